using System.Runtime.InteropServices;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Tensors;

/// <summary>Grids, choices and parts of tensors, and what stands at the edge of a definition. The expected numbers are PyTorch 2.6's.</summary>
public class Arrangements
{
    [Fact]
    public void A_grid_with_xy_indexing_has_the_second_line_down_the_rows()
    {
        Tensor[] lines = [tensor([1, 2, 3]), tensor([10, 20])];
        var grids = meshgrid(lines, "xy");
        Assert.All(grids, grid => Assert.Equal([2L, 3], grid.shape));
        Assert.Equal([1, 2, 3, 1, 2, 3], grids[0].data<int>().ToArray());
        Assert.Equal([10, 10, 10, 20, 20, 20], grids[1].data<int>().ToArray());
        Assert.Equal([3L, 2], meshgrid(lines)[0].shape);
    }

    [Fact]
    public void Parts_of_one_size_need_a_size_that_divides()
    {
        var x = arange(24).view(2, 3, 4);
        Assert.Equal([3], x.hsplit(3).Select(part => (int)part.ndim).Distinct());
        Assert.Equal("hsplit: dimension 1 of [2, 3, 4] is not evenly divisible into 2 parts.", Assert.Throws<ArgumentException>(() => x.hsplit(2)).Message);
        Assert.Contains("dimension 0 of [2, 3, 4]", Assert.Throws<ArgumentException>(() => x.vsplit(3)).Message);
        Assert.Contains("needs dimension 2, but it has shape [4]", Assert.Throws<ArgumentException>(() => arange(4).dsplit(2)).Message);
    }

    [Fact]
    public void Nothing_can_be_chosen_in_no_row()
    {
        Assert.Equal([0L], combinations(arange(3), 0).shape);
        Assert.Equal([3L, 2], combinations(arange(3)).shape);
    }

    [Fact]
    public void A_matrix_to_the_power_zero_is_the_unit_and_stays_in_the_graph()
    {
        using var x = tensor(new[,] { { 2f, 1f }, { 0f, 3f } }, requires_grad: true);
        var unit = x.matrix_power(0);
        Assert.Equal([1f, 0f, 0f, 1f], unit.data<float>().ToArray());
        unit.sum().backward();
        Assert.Equal(0f, x.grad!.abs().sum().item<float>());
    }

    [Fact]
    public void A_quantile_beside_infinity_is_infinite()
    {
        var x = tensor([double.NegativeInfinity, -1, 0, 1]);
        Assert.Equal(double.NegativeInfinity, x.quantile(tensor(0.2)).item<double>());
        Assert.Equal(0.7, x.quantile(tensor(0.9)).item<double>(), 1e-12);
    }

    [Fact]
    public void Truth_is_turned_round_in_place()
    {
        using var x = tensor([true, false]);
        Assert.Equal([false, true], x.bitwise_not_().data<bool>().ToArray());
    }

    [Fact]
    public void A_label_that_is_named_twice_counts_twice()
    {
        using var x = tensor(new[,] { { 0.1f, 0.2f, 0.4f, 0.8f } });
        Assert.Equal(0.65f, F.multi_label_margin_loss(x, tensor(new[,] { { 3L, 3, -1, 1 } })).item<float>(), 1e-6f);
        Assert.Contains("label 4 of row 0", Assert.Throws<ExternalException>(() => F.multi_label_margin_loss(x, tensor(new[,] { { 4L, -1, -1, -1 } }))).Message);
    }

    [Fact]
    public void The_largest_of_a_window_in_the_padding_alone_is_minus_infinity()
    {
        // Read, and on the way back wrote, beyond the map.
        foreach (var type in new[] { float32, float64 })
        {
            using var x = ones([1, 1, 3, 3], type).requires_grad_();
            var (largest, place) = F.max_pool2d_with_indices(x, [2, 2], [1, 1], [1, 1], [4, 4]);
            Assert.Equal(double.NegativeInfinity, largest.ToDouble());
            Assert.Equal(12, place.item<long>());
            largest.sum().backward();
            Assert.Equal(0, x.grad!.sum().ToDouble());
        }
    }
}
