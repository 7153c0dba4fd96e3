using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

public class Arithmetic_gradients
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Function, double Low, double High)> s_unary = new()
    {
        ["neg"] = (x => -x, -1, 1),
        ["exp"] = (x => x.exp(), -1, 1),
        ["exp2"] = (x => x.exp2(), -1, 1),
        ["expm1"] = (x => x.expm1(), -1, 1),
        ["log"] = (x => x.log(), 0.5, 2),
        ["log2"] = (x => x.log2(), 0.5, 2),
        ["log10"] = (x => x.log10(), 0.5, 2),
        ["log1p"] = (x => x.log1p(), -0.5, 2),
        ["sqrt"] = (x => x.sqrt(), 0.5, 2),
        ["rsqrt"] = (x => x.rsqrt(), 0.5, 2),
        ["reciprocal"] = (x => x.reciprocal(), 0.5, 2),
        ["sin"] = (x => x.sin(), -1, 1),
        ["cos"] = (x => x.cos(), -1, 1),
        ["tan"] = (x => x.tan(), -1, 1),
        ["asin"] = (x => x.asin(), -0.8, 0.8),
        ["acos"] = (x => x.acos(), -0.8, 0.8),
        ["atan"] = (x => x.atan(), -1, 1),
        ["sinh"] = (x => x.sinh(), -1, 1),
        ["cosh"] = (x => x.cosh(), -1, 1),
        ["tanh"] = (x => x.tanh(), -1, 1),
        ["asinh"] = (x => x.asinh(), -1, 1),
        ["acosh"] = (x => x.acosh(), 1.5, 3),
        ["atanh"] = (x => x.atanh(), -0.8, 0.8),
        ["erf"] = (x => x.erf(), -1, 1),
        ["erfc"] = (x => x.erfc(), -1, 1),
        ["erfinv"] = (x => x.erfinv(), -0.8, 0.8),
        ["lgamma"] = (x => x.lgamma(), 0.5, 3),
        ["sigmoid"] = (x => x.sigmoid(), -2, 2),
        ["silu"] = (x => x.silu(), -2, 2),
        ["relu"] = (x => x.relu(), 0.1, 1),
        ["relu of negatives"] = (x => x.relu(), -1, -0.1),
        ["abs"] = (x => x.abs(), 0.1, 1),
        ["square"] = (x => x.square(), -1, 1),
        ["frac"] = (x => x.frac(), 0.1, 0.9),
        ["deg2rad"] = (x => x.deg2rad(), -1, 1),
        ["pow 2"] = (x => x.pow(2), -1, 1),
        ["pow 3"] = (x => x.pow(3), -1, 1),
        ["pow 2.5"] = (x => x.pow(2.5), 0.5, 2),
        ["pow -1"] = (x => x.pow(-1), 0.5, 2),
        ["pow 0"] = (x => x.pow(0), 0.5, 2),
        ["2^x"] = (x => full_like(x, 2).pow(x), -1, 1),
        ["add number"] = (x => 3 + x + 2, -1, 1),
        ["subtract from"] = (x => 3 - x, -1, 1),
        ["times number"] = (x => 3 * x * 2, -1, 1),
        ["divide number"] = (x => 3 / x / 2, 0.5, 2),
        ["remainder"] = (x => x % 0.5, 0.6, 0.9),
    };

    public static TheoryData<string> Unary => [.. s_unary.Keys];

    [Theory]
    [MemberData(nameof(Unary))]
    public void Functions_of_one_tensor_have_the_right_gradient(string name)
    {
        var (function, low, high) = s_unary[name];
        GradCheck.CheckTwice(x => function(x[0]), GradCheck.Leaf([3, 5], 1, low, high));
        GradCheck.Check(x => function(x[0].t()), GradCheck.Leaf([3, 5], 2, low, high));
    }

    [Fact]
    public void Products_and_quotients_broadcast_and_sum_their_gradients()
    {
        Func<Tensor, Tensor, Tensor>[] functions = [(a, b) => a + b, (a, b) => a - b, (a, b) => a * b, (a, b) => a / b, (a, b) => a.pow(b), (a, b) => a.add(b, 3), (a, b) => where(a.gt(1), a, b)];
        foreach (var function in functions)
        {
            GradCheck.CheckTwice(x => function(x[0], x[1]), GradCheck.Leaf([2, 3, 4], 1, 0.5, 2), GradCheck.Leaf([3, 1], 2, 0.5, 2));
            GradCheck.Check(x => function(x[0], x[1]), GradCheck.Leaf([4], 1, 0.5, 2), GradCheck.Leaf([2, 1, 1], 2, 0.5, 2));
            GradCheck.Check(x => function(x[0], x[1]), GradCheck.Leaf([], 1, 0.5, 2), GradCheck.Leaf([2, 3], 2, 0.5, 2));
        }
    }

    [Fact]
    public void Views_pass_gradients_to_where_they_came_from()
    {
        Func<Tensor, Tensor>[] functions =
        [
            x => x.view(12, 2), x => x.reshape(-1), x => x.transpose(0, 2).reshape(8, 3), x => x.permute(2, 0, 1), x => x.flatten(1), x => x.unsqueeze(1).squeeze(1),
            x => x.narrow(1, 1, 2), x => x.slice(2, 1, 4, 2), x => x.select(1, 2), x => x.unsqueeze(0).expand(3, 2, 3, 4), x => x.chunk(2, 2)[1], x => x.unbind(1)[0] * x.unbind(1)[2],
            x => x.unfold(2, 2, 1), x => x.diagonal(0, 1, 2), x => x.as_strided([2, 2], [1, 2], 3), x => x.alias(), x => x.clone(), x => x.contiguous(), x => x.movedim([0], [2]),
            x => x.t_last().contiguous(), x => x.unflatten(2, 2, 2), x => x.to_type(ScalarType.Float64), x => x.split([1, 3], 2)[1], x => x.mT,
        ];
        foreach (var function in functions) GradCheck.Check(x => function(x[0] * 1) * 2, GradCheck.Leaf([2, 3, 4]));
    }

    [Fact]
    public void Sums_and_means_spread_their_gradients()
    {
        Func<Tensor, Tensor>[] functions =
        [
            x => x.sum(), x => x.sum(1), x => x.sum(-1, keepdim: true), x => x.sum([0, 2]), x => x.mean(), x => x.mean([1], true), x => x.mean([0, 1, 2], false), x => x.t_last().sum(1), x => x.mean([0, 2]).square(),
        ];
        foreach (var function in functions) GradCheck.CheckTwice(x => function(x[0]), GradCheck.Leaf([2, 3, 4]));
    }
}

internal static class TensorTestExtensions
{
    public static Tensor t_last(this Tensor x) => x.transpose(-1, -2);
}
