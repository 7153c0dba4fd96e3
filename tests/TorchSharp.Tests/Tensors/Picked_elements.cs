using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>Elements picked by masks, positions and indices where the work is cut into parts, against plain loops.</summary>
public sealed class Picked_elements
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(1024)]
    [InlineData(16_385)]
    [InlineData(50_001)]
    public void A_mask_packs_its_elements_in_order_and_spreads_their_gradient(int n)
    {
        var random = new Random(n);
        var holds = Enumerable.Range(0, n).Select(_ => random.Next(3) == 0).ToArray();
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64, ScalarType.Int16, ScalarType.Byte })
        {
            using var x = arange(n).remainder(200).to_type(type);
            Assert.Equal(Enumerable.Range(0, n).Where(i => holds[i]).Select(i => (long)i % 200), x[tensor(holds)].to_type(ScalarType.Int64).data<long>().ToArray());
        }
        using var mask = tensor(holds);
        using var leaf = ones(n).requires_grad_();
        using var picked = leaf[mask];
        mask.logical_not_();
        picked.backward([arange(1, picked.numel() + 1, float32)]);
        var next = 0f;
        Assert.Equal(holds.Select(hold => hold ? ++next : 0), leaf.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_byte_mask_of_a_transposed_tensor_picks_in_row_major_order()
    {
        using var x = arange(6).view(2, 3).t();
        using var mask = tensor(new byte[,] { { 1, 0 }, { 0, 7 }, { 2, 1 } });
        Assert.Equal([0L, 4, 2, 5], x[mask].data<long>().ToArray());
        Assert.Equal([0L, 4, 2, 5], x.masked_select(mask.to_type(ScalarType.Bool)).data<long>().ToArray());
    }

    [Fact]
    public void A_number_written_where_a_mask_holds_passes_no_gradient_there()
    {
        using var leaf = ones(2, 3).requires_grad_();
        using var x = leaf * 2;
        x[tensor(new[,] { { true, false, false }, { false, true, false } })] = tensor(7f);
        Assert.Equal([7f, 2, 2, 2, 7, 2], x.data<float>().ToArray());
        x.sum().backward();
        Assert.Equal([0f, 2, 2, 2, 0, 2], leaf.grad!.data<float>().ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Positions_along_a_dimension_may_repeat_and_their_gradients_add_up(int dim)
    {
        using var x = arange(3 * 40 * 600, dtype: float32).view(3, 40, 600).requires_grad_();
        using var at = tensor(new long[] { 2, 0, 2, 1, 2 });
        using var y = x.index_select(dim, at);
        using var by = stack([.. at.data<long>().ToArray().Select(i => x.detach().select(dim, i))], dim);
        Assert.True(y.eq(by).all().ToBoolean());
        y.sum().backward();
        foreach (var (i, times) in new[] { (0, 1f), (1, 1f), (2, 3f) }) Assert.True(x.grad!.select(dim, i).eq(times).all().ToBoolean());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Scattered_sums_are_the_same_for_any_number_of_threads(int dim)
    {
        var random = new Random(dim);
        using var index = tensor(Enumerable.Range(0, 40 * 30 * 50).Select(_ => (long)random.Next(5)).ToArray(), 40, 30, 50);
        using var values = tensor(Enumerable.Range(0, 40 * 30 * 50).Select(_ => (float)random.NextDouble()).ToArray(), 40, 30, 50);
        using var all = zeros(40, 30, 50).scatter_add_(dim, index, values);
        var expected = new float[40 * 30 * 50];
        for (var i = 0; i < expected.Length; i++)
        {
            int[] at = [i / 1500, i / 50 % 30, i % 50];
            at[dim] = (int)index.data<long>()[i];
            expected[at[0] * 1500 + at[1] * 50 + at[2]] += values.data<float>()[i];
        }
        Assert.Equal(expected, all.data<float>().ToArray());
    }

    [Fact]
    public void The_sum_of_an_expanded_tensor_counts_every_repetition()
    {
        using var x = arange(6, dtype: float32).view(2, 1, 3);
        Assert.Equal(15f * 20, x.expand(2, 20, 3).sum().item<float>());
        Assert.Equal([60f, 100, 140], x.unsqueeze(0).expand(4, 2, 5, 3).sum([0L, 1, 2]).data<float>().ToArray());
    }
}
