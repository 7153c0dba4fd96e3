using System.Runtime.InteropServices;
using System.Text.Json;
using Tests;
using Tests.Engine;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>Special functions, their gradients and windows: those of Golden/special_functions.json, and live where there is a PyTorch.</summary>
public class Special_functions_equal_PyTorch
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> s_one = new()
    {
        ["i0"] = special.i0,
        ["i0e"] = special.i0e,
        ["i1"] = special.i1,
        ["i1e"] = special.i1e,
        ["ndtr"] = special.ndtr,
        ["erfcx"] = special.erfcx,
        ["entr"] = special.entr,
        ["ndtri"] = special.ndtri,
        ["angle"] = angle,
        ["frexp"] = x => frexp(x).Mantissa,
        ["polygamma0"] = x => special.polygamma(0, x),
        ["polygamma1"] = x => special.polygamma(1, x),
        ["polygamma2"] = x => special.polygamma(2, x),
        ["polygamma3"] = x => polygamma(x, 3),
        ["polygamma4"] = x => x.polygamma(4),
        ["multigammaln1"] = x => special.multigammaln(x, 1),
        ["multigammaln2"] = x => mvlgamma(x, 2),
        ["multigammaln5"] = x => x.mvlgamma(5),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> s_two = new()
    {
        ["gammainc"] = (a, x) => special.gammainc(a.detach(), x),
        ["gammaincc"] = (a, x) => special.gammaincc(a.detach(), x),
        ["zeta"] = (x, q) => special.zeta(x.detach(), q),
        ["xlog1py"] = special.xlog1py,
    };

    private static readonly Dictionary<string, Func<long, bool, Tensor>> s_windows = new()
    {
        ["bartlett"] = (n, periodic) => bartlett_window(n, periodic, float64),
        ["blackman"] = (n, periodic) => blackman_window(n, periodic, float64),
        ["hann"] = (n, periodic) => hann_window(n, periodic, float64),
        ["hamming"] = (n, periodic) => hamming_window(n, periodic, dtype: float64),
        ["kaiser"] = (n, periodic) => kaiser_window(n, periodic, dtype: float64),
    };

    [Fact]
    public void Recorded() => Check(GoldenFile.Json("special_functions.json"));

    [Fact]
    public void Live() => Check(JsonDocument.Parse(LivePyTorch.Run("special_functions.py", "--live")).RootElement);

    private static void Check(JsonElement golden)
    {
        var failures = new List<string>();
        foreach (var entry in golden.GetProperty("functions").EnumerateObject())
        {
            if (GenuineDifferencesAttribute.Except($"{nameof(Special_functions_equal_PyTorch)} {entry.Name}")) continue;
            using var scope = NewDisposeScope();
            var inputs = entry.Value.GetProperty("inputs").EnumerateArray().Select(v => tensor(Numbers(v)).requires_grad_()).ToArray();
            // PyTorch's own trigamma and, about its peak, incomplete gamma functions hold nine digits.
            var tolerance = entry.Name is "polygamma0" or "polygamma1" or "gammainc" or "gammaincc" ? 2e-9 : 1e-10;
            var y = inputs.Length == 1 ? s_one[entry.Name](inputs[0]) : s_two[entry.Name](inputs[0], inputs[1]);
            Compare($"{entry.Name}: values", inputs, y.detach(), entry.Value.GetProperty("values"), tolerance, failures);
            y.sum().backward();
            foreach (var (input, grad) in inputs.Zip(entry.Value.GetProperty("grads").EnumerateArray()))
                if (grad.ValueKind != JsonValueKind.Null) Compare($"{entry.Name}: gradient", inputs, input.grad!, grad, tolerance, failures);
        }
        foreach (var entry in golden.GetProperty("windows").EnumerateObject())
        {
            var key = entry.Name.Split('|');
            using var window = s_windows[key[0]](long.Parse(key[1], System.Globalization.CultureInfo.InvariantCulture), bool.Parse(key[2]));
            // TorchSharp takes the weights of the Hamming window in float32.
            Compare(entry.Name, [], window, entry.Value, key[0] == "hamming" ? 1e-6 : 1e-12, failures);
        }
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static void Compare(string what, Tensor[] inputs, Tensor actual, JsonElement expected, double tolerance, List<string> failures)
    {
        var (values, wanted) = (actual.data<double>().ToArray(), Numbers(expected));
        Assert.Equal(wanted.Length, values.Length);
        for (var i = 0; i < wanted.Length; i++)
        {
            var (a, b) = (values[i], wanted[i]);
            if (a.Equals(b) || Math.Abs(a - b) <= tolerance * Math.Abs(b) + 1e-14) continue;
            failures.Add($"{what} at ({string.Join(", ", inputs.Select(x => x.ReadCpuDouble(i)))}) is {a:R}, PyTorch has {b:R}");
        }
    }

    private static double[] Numbers(JsonElement values) => [.. values.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Number ? v.GetDouble() : v.GetString() switch { "nan" => double.NaN, "inf" => double.PositiveInfinity, _ => double.NegativeInfinity })];

    [Fact]
    public void Gamma_functions_have_all_their_digits()
    {
        // mpmath 1.x: gammainc(a, 0, x, regularized=True) and pi^2 / 6.
        using var shares = special.gammainc(tensor([21.0, 21, 60, 300]), tensor([19.0, 21, 60, 300]));
        Assert.True(shares.allclose(tensor([0.352825634763499908268945833294, 0.52902563613229030208122541301, 0.517169272629387224464046418367, 0.507677788886263499251175895955]), 1e-14, 0));
        Assert.Equal(Math.PI * Math.PI / 6, special.polygamma(1, tensor(1.0)).item<double>(), 1e-13);
    }

    [Fact]
    public void Aliases_are_the_functions()
    {
        using var x = tensor([0.25f, 0.5f, 0.75f]);
        (Func<Tensor, Tensor> Alias, Func<Tensor, Tensor> Function)[] pairs =
        [
            (special.erf, erf), (special.erfc, erfc), (special.erfinv, erfinv), (special.expit, sigmoid), (special.expm1, expm1), (special.exp2, exp2), (special.gammaln, lgamma), (special.digamma, digamma), (special.psi, digamma),
            (special.logit, x => logit(x)), (special.sigmoid, sigmoid), (special.sinc, sinc), (i0, special.i0), (x => special.softmax(x, 0), x => x.softmax(0)), (x => special.log_softmax(x, 0), x => x.log_softmax(0)),
            (x => igamma(x, x), x => special.gammainc(x, x)), (x => igammac(x, x), x => special.gammaincc(x, x)), (x => special.sigmoid_(x.clone()), sigmoid), (x => x.clone().i0_(), i0), (x => i0_(x.clone()), i0),
            (x => polygamma_(x.clone(), 2), x => polygamma(x, 2)), (x => x.clone().polygamma_(2), x => polygamma(x, 2)), (x => mvlgamma_(x + 1, 2), x => mvlgamma(x + 1, 2)), (x => (x + 1).mvlgamma_(2), x => mvlgamma(x + 1, 2)), (x => x.angle(), x => zeros_like(x)),
        ];
        foreach (var (alias, function) in pairs) Assert.Equal(function(x).data<float>().ToArray(), alias(x).data<float>().ToArray());
        Assert.Equal(float64, special.softmax(x, 0, float64).dtype);
        Assert.Equal(float32, special.i0(arange(3)).dtype);

    }

    [Fact]
    public void Derivatives_have_derivatives()
    {
        Func<Tensor, Tensor>[] functions =
        [
            special.i0, special.i0e, special.i1, special.i1e, special.entr, special.ndtr, x => special.ndtri(x / 3), x => special.polygamma(1, x), x => special.multigammaln(x + 1, 3), x => special.gammainc(tensor(1.7), x),
            x => special.gammaincc(tensor(1.7), x), x => special.zeta(tensor(2.5), x), x => special.xlog1py(x, x * x), x => frexp(x).Mantissa, x => x.angle(), special.digamma, x => nanquantile(x, tensor([0.2, 0.7]), 1),
        ];
        foreach (var function in functions) GradCheck.CheckTwice(x => function(x[0]), GradCheck.Leaf([2, 3], 1, 0.3, 2.5));
        using var a = GradCheck.Leaf([2]);
        Assert.Contains("igamma", Assert.Throws<ExternalException>(() => special.gammainc(a + 2, tensor(1.0)).sum().backward()).Message);
        Assert.Contains("zeta", Assert.Throws<ExternalException>(() => special.zeta(a + 3, tensor(1.0)).sum().backward()).Message);
    }

    [Fact]
    public void The_scaled_error_function_has_derivatives() => GradCheck.CheckTwice(x => special.erfcx(x[0]), GradCheck.Leaf([2, 3], 1, 0.3, 2.5));

    [Fact]
    public void Exponents_are_those_of_two()
    {
        var (mantissa, exponent) = tensor([0f, 1, -3, 0.1f, 1e-40f]).frexp();
        Assert.Equal(int32, exponent.dtype);
        Assert.Equal([0, 1, 2, -3, -132], exponent.data<int>().ToArray());
        Assert.Equal([0f, 1, -3, 0.1f, 1e-40f], (mantissa.@double() * exponent.@double().exp2()).@float().data<float>().ToArray());
        Assert.Contains("floating", Assert.Throws<ExternalException>(() => frexp(arange(2))).Message);
    }

    [Fact]
    public void Quantiles_pass_over_NaN()
    {
        using var x = tensor(new[,] { { 1.0, double.NaN, 3, 2 }, { double.NaN, double.NaN, double.NaN, double.NaN }, { 4, 8, 6, 2 } });
        // torch.nanquantile(x, torch.tensor([0.25, 1.], dtype=torch.float64), dim=1, keepdim=True), PyTorch 1.13
        var y = nanquantile(x, tensor([0.25, 1.0]), 1, keepdim: true);
        Assert.Equal([2L, 3, 1], y.shape);
        Assert.Equal([1.5, double.NaN, 3.5, 3, double.NaN, 8], y.data<double>().ToArray());
        Assert.Equal([2.5, 8, 4.5, 2], x.nanquantile(tensor(0.5), 0).data<double>().ToArray());
        Assert.Contains("range", Assert.Throws<ExternalException>(() => x.nanquantile(tensor(1.5))).Message);
    }

    [Fact]
    public void Wrong_input_is_named()
    {
        Assert.Contains("hann_window", Assert.Throws<ExternalException>(() => hann_window(-1)).Message);
        Assert.Throws<ArgumentException>(() => kaiser_window(3, dtype: int64));
        Assert.Contains("negative n", Assert.Throws<ExternalException>(() => polygamma(ones(1), -1)).Message);
        Assert.Contains("p has to be", Assert.Throws<ExternalException>(() => mvlgamma(ones(1), 0)).Message);
        Assert.True(hann_window(3, requires_grad: true).requires_grad);
    }
}
