using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

public class Indexing_gradients
{
    [Fact]
    public void Picked_elements_pass_their_gradient_back_and_repeated_ones_add_up()
    {
        var index = tensor(new long[] { 2, 0, 2 });
        Func<Tensor, Tensor>[] functions =
        [
            x => x[index], x => x[TensorIndex.Colon, TensorIndex.Tensor(index)], x => x[index, tensor(new long[] { 1, 0, 1 })], x => x.index_select(1, index), x => x.take(tensor(new long[] { 5, 5, 0 })),
            x => x[TensorIndex.Tensor(index), TensorIndex.Colon, TensorIndex.Tensor(index)], x => x[1..], x => x[.., 1], x => x[^1], x => x[1, 2], x => x[TensorIndex.Ellipsis, TensorIndex.None, 1],
            x => x.gather(1, zeros([3, 2, 3], dtype: ScalarType.Int64) + 1), x => x.masked_select(x.gt(0)), x => x.masked_fill(x.gt(0), 2), x => x[x.gt(0)], x => where(x.gt(0), x * 2, x * 3),
            x => x.flip(0, 2), x => x.roll(1, 0), x => x.roll(5), x => x.repeat(2, 1, 1, 2), x => x.tile([2]), x => x.repeat_interleave(2, 1), x => x.tril(), x => x.triu(1), x => x.rot90(), x => x.rot90(2), x => x.rot90(3),
            x => x.diag_embed(), x => x.diagonal(1), x => x.index_fill(0, index, 3), x => x.take_along_dim(zeros([3, 1, 1], dtype: ScalarType.Int64), 1), x => x.channel_shuffle(2), x => x.select_scatter(x.select(0, 1) * 2, 0, 2),
        ];
        foreach (var function in functions) GradCheck.CheckTwice(x => function(x[0]), GradCheck.Leaf([3, 4, 3]));
    }

    [Fact]
    public void Written_elements_pass_their_gradient_to_what_was_written()
    {
        var index = tensor(new long[] { 2, 0 });
        Func<Tensor, Tensor, Tensor>[] functions =
        [
            (x, y) => x.index_put_(y, TensorIndex.Tensor(index)), (x, y) => x.index_put_(y, [TensorIndex.Tensor(index)], accumulate: true), (x, y) => x.index_add_(0, index, y, 2), (x, y) => x.index_copy_(0, index, y),
            (x, y) => x.scatter_(0, tensor(new long[,] { { 1, 0, 2 }, { 0, 2, 1 } }), y), (x, y) => x.scatter_add_(0, zeros([2, 3], dtype: ScalarType.Int64), y),
            (x, y) => Assigned(x, t => t[0] = y[1]), (x, y) => Assigned(x, t => t[.., 1] = y[0]), (x, y) => Assigned(x, t => t[1..3, ..] = y), (x, y) => Assigned(x, t => t[t.gt(0)] = y[0, 0]), (x, y) => x.masked_scatter_(ones_like(x).to_type(ScalarType.Bool).tril(), cat([y, y])),
            (x, y) => cat([x, y], 0), (x, y) => stack([x[0], y[0]], 1), (x, y) => cat([x.t(), y.t()], -1), (x, y) => x.slice_scatter(y, 0, 0, 2),
        ];
        foreach (var function in functions) GradCheck.Check(x => function(x[0] * 1, x[1]) * 2, GradCheck.Leaf([3, 3]), GradCheck.Leaf([2, 3], 2));
    }

    private static Tensor Assigned(Tensor x, Action<Tensor> change)
    {
        change(x);
        return x;
    }
}
