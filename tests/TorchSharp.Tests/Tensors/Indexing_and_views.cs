using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public class Indexing_and_views
{
    private static Tensor Cube => arange(24).view(2, 3, 4);

    [Fact]
    public void Numbers_and_ranges_pick_as_in_Python()
    {
        var x = Cube;
        Assert.Equal([12L, 13, 14, 15], x[1, 0].data<long>().ToArray());
        Assert.Equal(23, x[1, 2, 3].item<long>());
        Assert.Equal(23, x[-1, -1, -1].item<long>());
        Assert.Equal([2L, 3, 2], x[.., .., 1..3].shape);
        Assert.Equal([3L, 4], x[^1].shape);
        Assert.Equal([12L, 16, 20], x[^1, .., 0].data<long>().ToArray());
        Assert.Equal([2L, 2, 4], x[TensorIndex.Colon, (1, null)].shape);
        Assert.Equal([2L, 3, 2], x[TensorIndex.Ellipsis, TensorIndex.Slice(0, null, 2)].shape);
        Assert.Equal([2L, 1, 3, 4], x[TensorIndex.Colon, TensorIndex.None].shape);
        Assert.Equal([1L, 2, 3, 4], x[TensorIndex.Null].shape);
        Assert.Equal([2L, 4], x[.., 1].shape);
        Assert.Equal([2L, 3, 1], x[.., .., ^1..].shape);
        Assert.Equal([1L, 3, 4], x[new Range(^1, ^0)].shape);
    }

    [Fact]
    public void Index_tensors_stand_where_the_dimensions_were_if_these_are_neighbours()
    {
        var x = Cube;
        var i = tensor(new long[] { 0, 1, 0 });
        var j = tensor(new long[] { 2, 0, -1 });
        Assert.Equal([8L, 12, 8], x[i, j, tensor(0L)].data<long>().ToArray());
        Assert.Equal([3L, 4], x[i, j].shape);
        Assert.Equal([2L, 3], x[TensorIndex.Colon, TensorIndex.Tensor(j), TensorIndex.Tensor(i)].shape);
        Assert.Equal([3L, 3], x[TensorIndex.Tensor(i), TensorIndex.Colon, TensorIndex.Tensor(j)].shape);
        Assert.Equal([2L, 3, 2, 2], x[TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Tensor(tensor(new long[,] { { 0, 1 }, { 2, 3 } }))].shape);
        Assert.Equal(11, x[x > 12].numel());
        Assert.Equal([2L, 4], x[tensor(new[] { true, false }), tensor(new long[] { 0, 1 })].shape);
    }

    [Fact]
    public void Assignment_writes_into_the_tensor()
    {
        var x = zeros(3, 4);
        x[0] = 1f;
        x[1, 2] = tensor(5f);
        x[.., 3] = tensor(new[] { 7f, 8f, 9f });
        x[tensor(new long[] { 2 })] = tensor(-1f);
        x[x.eq(1)] = tensor(2f);
        Assert.Equal([2f, 2, 2, 7, 0, 0, 5, 8, -1, -1, -1, -1], x.data<float>().ToArray());
    }

    [Fact]
    public void Views_share_memory_and_copies_do_not()
    {
        var x = zeros(2, 3);
        x.view(3, 2)[0, 1] = 1;
        x.t()[2, 0] = 2;
        x.flatten()[5] = 3;
        x.clone()[0, 0] = 9;
        x.t().contiguous()[0, 0] = 9;
        Assert.Equal([0f, 1, 2, 0, 0, 3], x.data<float>().ToArray());
        Assert.Equal([1L, 3], x.t().stride());
        Assert.False(x.t().is_contiguous());
        Assert.Contains("Use .reshape(...) instead", Assert.Throws<ExternalException>(() => x.t().view(6)).Message);
        Assert.Equal([6L], x.t().reshape(6).shape);
        Assert.Equal([0L, 2, 3], zeros(0, 3, 2).permute(0, 2, 1).view(0, 2, 3).shape);
    }

    [Fact]
    public void Wrong_indices_and_shapes_say_what_is_wrong()
    {
        var x = Cube;
        foreach (var (action, words) in new (Action, string)[]
        {
            (() => x[2].sum(), "index 2 out of range"),
            (() => x.sum(3), "Dimension out of range (expected to be in range of [-3, 2], but got 3)"),
            (() => x.view(5, 5), "shape '[5, 5]' is invalid for input of size 24"),
            (() => (x + ones(5)).sum(), "The size of tensor a (4) must match the size of tensor b (5) at non-singleton dimension 2"),
            (() => x.permute(0, 0, 1), "duplicate dims"),
            (() => x.expand(3, 3, 4), "must match the existing size (2)"),
            (() => cat([x, ones(2, 2, 2)]), "Sizes of tensors must match except in dimension 0"),
            (() => x[tensor(new long[] { 5 })].sum(), "index 5 is out of bounds for dimension 0 with size 2"),
            (() => x.gather(0, tensor(new long[,,] { { { 7 } } })), "index 7 is out of bounds"),
            (() => ones(2, 3).mm(ones(2, 3)), "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)"),
            (() => x.mean(), "mean(): could not infer output dtype"),
            (() => ones(2).add_(ones(3)), "must match"),
            (() => ones(2, dtype: ScalarType.Int64).add_(0.5), "can't be cast"),
            (() => x.requires_grad_(), "can require gradients"),
        })
        {
            Assert.Contains(words, Assert.Throws<ExternalException>(action).Message);
        }
        Assert.Contains("Double is not compatible with Float32", Assert.Throws<ArgumentException>(() => tensor(1f).item<double>()).Message);
        Assert.Throws<ArgumentException>(() => ones(2).item<float>());
    }

    [Fact]
    public void Matmul_refuses_sizes_that_do_not_fit() => Assert.Throws<ExternalException>(() => ones(2).matmul(ones(3)));

    [Fact]
    public void More_indices_than_dimensions_are_named() =>
        Assert.Contains("too many indices", Assert.Throws<ExternalException>(() => Cube[0, 0, 0, 0].sum()).Message);

    [Fact]
    public void A_graphics_card_is_refused_in_one_sentence() =>
        Assert.Contains("embedded engine computes on the CPU", Assert.Throws<InvalidOperationException>(() => Cube.cuda()).Message);

    [Fact]
    public void Literal_zero_names_a_dimension()
    {
        Assert.Equal(ScalarType.Float32, ones(2, 3).sum(0).dtype);
        Assert.Equal([3L], ones(2, 3).sum(0).shape);
        Assert.Equal([3L], ones(2, 3).prod(0).shape);
    }
}
