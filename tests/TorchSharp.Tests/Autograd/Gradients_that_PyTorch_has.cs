using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

/// <summary>Cases in which random comparison with PyTorch 2.6 found another gradient or value here once.</summary>
public class Gradients_that_PyTorch_has
{
    [Fact]
    public void The_diagonal_and_the_windows_of_an_expanded_leaf_are_told_apart()
    {
        var x = tensor([1.5, 2, 3]).expand(3, 3).detach().requires_grad_();
        x.diagonal(-1).sum().backward();
        Assert.Equal([0, 0, 0, 1, 0, 0, 0, 1, 0], Gradient(x));
        x.grad = null;
        (x.unfold(0, 2, 1).select(-1, 1) * tensor([1.0, 10, 100])).sum().backward();
        Assert.Equal([0, 0, 0, 1, 10, 100, 1, 10, 100], Gradient(x));
    }

    [Fact]
    public void Elements_that_equal_the_median_share_its_gradient()
    {
        var x = tensor([2.0, 1, 2, 5]).requires_grad_();
        x.median().backward();
        Assert.Equal([0.5, 0, 0.5, 0], Gradient(x));
    }

    [Fact]
    public void The_deviation_of_equal_elements_is_zero_and_so_is_its_gradient()
    {
        var x = full(3, 0.1, dtype: ScalarType.Float64).requires_grad_();
        var y = x.std();
        Assert.Equal(0.0, y.item<double>());
        y.backward();
        Assert.Equal([0, 0, 0], Gradient(x));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.5)]
    [InlineData(3)]
    public void A_norm_with_a_zero_in_it_has_a_gradient_of_zero_there(double p)
    {
        var x = tensor([3.0, 0, -4]).requires_grad_();
        x.norm(0, p: (float)p).backward();
        var length = Math.Pow(Math.Pow(3, p) + Math.Pow(4, p), 1 / p);
        var expected = new[] { Math.Pow(3 / length, p - 1), 0, -Math.Pow(4 / length, p - 1) };
        Assert.All(Gradient(x).Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 12));
    }

    [Fact]
    public void The_logarithm_of_running_sums_reaches_from_tiny_to_enormous()
    {
        var x = tensor([-2000.0, 0, 2000, 1999]).requires_grad_();
        var y = x.logcumsumexp(0);
        Assert.Equal([-2000, 0, 2000, 2000 + Math.Log(1 + Math.Exp(-1))], y.data<double>().ToArray());
        y.sum().backward();
        Assert.All(Gradient(x).Zip([1, 1, 1 + 1 / (1 + Math.Exp(-1)), Math.Exp(-1) / (1 + Math.Exp(-1))]), pair => Assert.Equal(pair.Second, pair.First, 12));
    }

    [Fact]
    public void A_linear_layer_without_inputs_gives_its_bias()
    {
        var y = nn.functional.linear(zeros(2, 0), zeros(3, 0), tensor([1f, 2, 3]));
        Assert.Equal([1f, 2, 3, 1, 2, 3], y.data<float>().ToArray());
    }

    [Fact]
    public void Pieces_of_nothing_are_as_many_as_were_asked_for()
    {
        Assert.Equal(4, zeros(2, 0).chunk(4, 1).Length);
        Assert.All(zeros(2, 0).chunk(4, 1), piece => Assert.Equal([2L, 0L], piece.shape));
    }

    [Fact]
    public void Nearest_neighbours_at_twice_the_size_repeat_each_row_whatever_the_factor()
    {
        var x = arange(2, dtype: ScalarType.Float32).reshape(1, 1, 2, 1);
        Assert.Equal([0f, 0, 1, 1], nn.functional.interpolate(x, null, [2.3, 1.0]).data<float>().ToArray());
    }

    [Fact]
    public void Linear_resampling_to_the_same_width_has_the_gradient_of_its_weights()
    {
        // Taken for two weights everywhere once, where the transposed map has one, two or three.
        var x = GradCheck.Leaf([1, 1, 3, 4]);
        GradCheck.Check(t => nn.functional.interpolate(t[0], null, [1.7, 1.1], InterpolationMode.Bilinear).square(), x);
    }

    [Fact]
    public void An_empty_batch_leaves_the_running_statistics_alone()
    {
        var (mean, variance) = (ones(3), ones(3));
        nn.functional.batch_norm(zeros(0, 3, 2, 2), mean, variance, training: true);
        Assert.Equal([1f, 1, 1], mean.data<float>().ToArray());
        Assert.Equal([1f, 1, 1], variance.data<float>().ToArray());
    }

    [Fact]
    public void A_sorted_place_of_NaN_is_the_last() => Assert.Equal([3L], searchsorted(tensor([1.0, 2, 3]), tensor([double.NaN])).data<long>().ToArray());

    private static double[] Gradient(Tensor x) => x.grad!.data<double>().ToArray();
}
