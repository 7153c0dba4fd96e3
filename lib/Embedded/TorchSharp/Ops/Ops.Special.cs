using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Bessel, gamma, zeta and normal functions, element by element, with the derivatives that PyTorch has.</summary>
internal static partial class Ops
{
    private static Tensor InDoubles(string op, Func<double, double> function, Tensor x, bool inPlace, Keep keep, Func<Tensor, Tensor, Tensor> backward) =>
        Pointwise(op, x, inPlace, true, (x, t, into) => EachFloat(op, new InDouble(function), x, t, into), keep, backward);

    public static Tensor BesselI0(Tensor x, bool inPlace = false) => InDoubles("i0", BesselFunctions.I0, x, inPlace, Keep.Input, static (g, x) => g * BesselI1(x));

    public static Tensor BesselI0e(Tensor x) => InDoubles("i0e", BesselFunctions.I0e, x, false, Keep.Input, static (g, x) => g * (BesselI1e(x) - x.sign() * BesselI0e(x)));

    public static Tensor BesselI1(Tensor x) => InDoubles("i1", BesselFunctions.I1, x, false, Keep.Input, static (g, x) =>
    {
        using var zero = x.detach().eq(0);
        return g * Where(zero, 0.5, BesselI0(x) - BesselI1(x) / Where(zero, 1.0, x));
    });

    public static Tensor BesselI1e(Tensor x) => InDoubles("i1e", BesselFunctions.I1e, x, false, Keep.Input, static (g, x) =>
    {
        using var zero = x.detach().eq(0);
        return g * Where(zero, 0.5, BesselI0e(x) - BesselI1e(x) * (x.sign() + Where(zero, 1.0, x).reciprocal()));
    });

    public static Tensor Entropy(Tensor x) => InDoubles("entr", SpecialFunctions.Entropy, x, false, Keep.Input, static (g, x) => -g * (x.log() + 1));

    public static Tensor Erfcx(Tensor x) => InDoubles("erfcx", SpecialFunctions.Erfcx, x, false, Keep.Input, static (g, x) => g * (x * 2 * Erfcx(x) - 2 / Math.Sqrt(Math.PI)));

    /// <summary>The probability of a standard normal number below x.</summary>
    public static Tensor NormalProbability(Tensor x) => InDoubles("ndtr", NormalDistribution.Probability, x, false, Keep.Input, static (g, x) => g * (x * x * -0.5).exp() / Math.Sqrt(2 * Math.PI));

    /// <summary>The number below which a standard normal number falls with probability x.</summary>
    public static Tensor NormalQuantile(Tensor x) => InDoubles("ndtri", NormalDistribution.Quantile, x, false, Keep.Output, static (g, y) => g * (y * y * 0.5).exp() * Math.Sqrt(2 * Math.PI));

    /// <summary>The derivative of order n of the digamma function.</summary>
    public static Tensor Polygamma(long n, Tensor x, bool inPlace = false) => n < 0
        ? throw new ExternalException($"polygamma(n, x) does not support negative n, but got {n}.")
        : InDoubles("polygamma", v => ZetaFunction.Polygamma(n, v), x, inPlace, Keep.Input, (g, x) => g * Polygamma(n + 1, x));

    /// <summary>The logarithm of the gamma function of p dimensions.</summary>
    public static Tensor MultivariateLgamma(Tensor x, long p)
    {
        if (p < 1) throw new ExternalException($"p has to be greater than or equal to 1, but got {p}");
        var dtype = Dtypes.IsFloating(x.dtype) ? x.dtype : get_default_dtype();
        using var halves = arange(0.0, -0.5 * p, -0.5, dtype: dtype);
        return Lgamma(x.unsqueeze(-1) + halves).sum(-1) + p * (p - 1) * Math.Log(Math.PI) / 4;
    }

    /// <summary>The regularised lower (or upper) incomplete gamma function of a, at x.</summary>
    public static Tensor GammaShare(Tensor a, Tensor x, bool upper)
    {
        var op = upper ? "igammac" : "igamma";
        var needs = GradMode.Needs(a);
        return FloatPair(op, new InDoublePair(upper ? IncompleteGamma.Upper : IncompleteGamma.Lower), a, x, (g, a, x) =>
        {
            if (needs) throw NoDerivative($"{op}: input");
            var density = ((a - 1) * x.log() - x - Lgamma(a)).exp();
            return (g, upper ? -g * density : g * density);
        });
    }

    /// <summary>Hurwitz' zeta function: the sum of (q + n)^-x.</summary>
    public static Tensor Zeta(Tensor x, Tensor q)
    {
        var needs = GradMode.Needs(x);
        return FloatPair("zeta", new InDoublePair(ZetaFunction.Hurwitz), x, q, (g, x, q) => needs ? throw NoDerivative("zeta") : (g, -g * x * Zeta(x + 1, q)));
    }

    public static Tensor XLog1pY(Tensor a, Tensor b) => FloatPair("xlog1py", new XLog1pY(), a, b, static (g, u, v) =>
        (Where(u.detach().eq(0).logical_and(v.detach().le(-1)), 0.0, g * v.log1p()), g * u / (v + 1)));

    /// <summary>The angle in the complex plane: 0, or pi below zero.</summary>
    public static Tensor Angle(Tensor x) =>
        InDoubles("angle", static v => double.IsNaN(v) ? v : v < 0 ? Math.PI : 0, x, false, Keep.Nothing, static (g, _) => g.zeros_like());

    /// <summary>The fraction in [1/2, 1) and the exponent with x = fraction 2^exponent.</summary>
    public static (Tensor Mantissa, Tensor Exponent) Frexp(Tensor x)
    {
        if (!Dtypes.IsFloating(x.dtype)) throw new ExternalException($"torch.frexp() only supports floating-point dtypes, but got {Dtypes.CppName(x.dtype)}");
        using var whole = EachFloat("frexp", new Exponent(), x, Dtypes.IsHalf(x.dtype) ? ScalarType.Float32 : x.dtype);
        var exponent = whole.to_type(ScalarType.Int32);
        var mantissa = Pointwise("frexp", x, false, true, static (x, t, into) => EachFloat("frexp", new Mantissa(), x, t, into), Keep.Nothing, (g, _) => g / exponent.to_type(g.dtype).exp2());
        return (mantissa, exponent);
    }
}
