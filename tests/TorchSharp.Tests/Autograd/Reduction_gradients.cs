using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

public class Reduction_gradients
{
    [Fact]
    public void Reductions_have_the_right_gradient()
    {
        Func<Tensor, Tensor>[] functions =
        [
            x => x.max(), x => x.min(), x => x.max(1).values, x => x.min(-1, keepdim: true).values, x => x.amax(0, 2), x => x.amin([1], true), x => x.aminmax().max,
            x => x.prod(), x => x.prod(1), x => x.prod(2, keepdim: true), x => x.var(), x => x.var(1), x => x.var([0, 2], unbiased: false), x => x.std(), x => x.std(-1, keepdim: true), x => x.std_mean(1).std,
            x => x.norm(), x => x.norm(1), x => x.norm(1, true, 3), x => x.norm(1f), x => x.norm(float.PositiveInfinity), x => x.logsumexp(1), x => x.logsumexp(-1, keepdim: true),
            x => x.cumsum(1), x => x.cumprod(2), x => x.cummax(1).values, x => x.cummin(0).values, x => x.logcumsumexp(1), x => x.nansum(),
            x => x.sort(1).Values, x => x.sort(-1, descending: true).Values, x => x.topk(2, 1).values, x => x.topk(2, -1, largest: false).values, x => x.kthvalue(2, 1).values, x => x.median(), x => x.msort(),
            x => x.quantile(tensor(new[] { 0.1, 0.5, 0.9 }), 1), x => x.diff(), x => x.trapezoid(0.5, 1), x => x.renorm(2, 0, 0.5f), x => x.dist(x * 2 + 1),
            x => x.softmax(1), x => x.log_softmax(-1),
        ];
        foreach (var function in functions) GradCheck.CheckTwice(x => function(x[0]), GradCheck.Leaf([2, 3, 4]));
    }

    [Fact]
    public void The_mean_without_NaN_has_the_right_gradient() => GradCheck.CheckTwice(x => x[0].nanmean(), GradCheck.Leaf([2, 3, 4]));

    [Fact]
    public void A_product_with_zeros_has_a_finite_gradient()
    {
        var x = tensor(new[] { 0.0, 2, 3 }, requires_grad: true);
        x.prod().backward();
        Assert.Equal([6.0, 0, 0], x.grad!.data<double>().ToArray());
        x.grad = null;
        x.cumprod(0).sum().backward();
        Assert.Equal([1.0 + 2 + 6, 0, 0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Equal_extremes_share_the_gradient_of_the_whole_and_the_first_takes_that_of_a_dimension()
    {
        var x = tensor(new[] { 1.0, 3, 3 }, requires_grad: true);
        x.max().backward();
        Assert.Equal([0, 0.5, 0.5], x.grad!.data<double>().ToArray());
        x.grad = null;
        x.max(0).values.backward();
        Assert.Equal([0, 1.0, 0], x.grad!.data<double>().ToArray());
    }

    [Fact]
    public void The_norm_of_zero_has_gradient_zero()
    {
        var x = zeros(3, dtype: ScalarType.Float64, requires_grad: true);
        x.norm().backward();
        Assert.Equal([0.0, 0, 0], x.grad!.data<double>().ToArray());
    }
}
