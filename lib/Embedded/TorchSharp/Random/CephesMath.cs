using System.Runtime.Intrinsics;

namespace TorchSharp;

/// <summary>
/// Logarithm, sine and cosine in single precision by the polynomials of S. Moshier's Cephes library (1984-1992), eight
/// lanes at a time. PyTorch's normal fill uses the same polynomials, so these give its random normals bit for bit.
/// </summary>
internal static class CephesMath
{
    private const float SqrtHalf = 0.707106781186547524f;

    /// <summary>ln(x) for normal x &gt; 0.</summary>
    internal static Vector256<float> Log(Vector256<float> x)
    {
        // x = 2^e m with sqrt(1/2) <= m < sqrt(2); then ln x = e ln 2 + ln m.
        x = Vector256.Max(x, Vector256.Create(1.17549435e-38f));
        var bits = x.AsInt32();
        var exponent = Vector256.ConvertToSingle((bits >>> 23) - Vector256.Create(0x7e));
        var mantissa = ((bits & Vector256.Create(0x007fffff)) | Vector256.Create(0x3f000000)).AsSingle();

        var small = Vector256.LessThan(mantissa, Vector256.Create(SqrtHalf));
        exponent -= small & Vector256<float>.One;
        var m = mantissa - Vector256<float>.One + (mantissa & small);

        var square = m * m;
        var y = Vector256.Create(7.0376836292e-2f);
        y = Fma(y, m, -1.1514610310e-1f);
        y = Fma(y, m, 1.1676998740e-1f);
        y = Fma(y, m, -1.2420140846e-1f);
        y = Fma(y, m, 1.4249322787e-1f);
        y = Fma(y, m, -1.6668057665e-1f);
        y = Fma(y, m, 2.0000714765e-1f);
        y = Fma(y, m, -2.4999993993e-1f);
        y = Fma(y, m, 3.3333331174e-1f);
        y *= m;

        // ln 2 is split in two so that the high part times e is exact.
        y = Vector256.FusedMultiplyAdd(y, square, exponent * -2.12194440e-4f);
        y = Vector256.FusedMultiplyAdd(-square, Vector256.Create(0.5f), y);
        return Vector256.FusedMultiplyAdd(exponent, Vector256.Create(0.693359375f), m + y);
    }

    /// <summary>sin(x) and cos(x) for 0 &lt;= x &lt; 8192.</summary>
    internal static (Vector256<float> Sin, Vector256<float> Cos) SinCos(Vector256<float> x)
    {
        // Reduce to |r| <= pi/4 around the nearest even multiple j of pi/4, pi/4 split in three exact parts.
        var j = Vector256.ConvertToInt32(x * 1.27323954473516f);
        j = (j + Vector256<int>.One) & Vector256.Create(~1);
        var multiple = Vector256.ConvertToSingle(j);
        var r = Vector256.FusedMultiplyAdd(multiple, Vector256.Create(-0.78515625f), x);
        r = Vector256.FusedMultiplyAdd(multiple, Vector256.Create(-2.4187564849853515625e-4f), r);
        r = Vector256.FusedMultiplyAdd(multiple, Vector256.Create(-3.77489497744594108e-8f), r);
        var square = r * r;

        var cos = Vector256.Create(2.443315711809948e-5f);
        cos = Fma(cos, square, -1.388731625493765e-3f);
        cos = Fma(cos, square, 4.166664568298827e-2f);
        cos *= square;
        cos = Vector256.FusedMultiplyAdd(cos, square, square * -0.5f);
        cos += Vector256<float>.One;

        var sin = Vector256.Create(-1.9515295891e-4f);
        sin = Fma(sin, square, 8.3321608736e-3f);
        sin = Fma(sin, square, -1.6666654611e-1f);
        sin *= square;
        sin = Vector256.FusedMultiplyAdd(sin, r, r);

        // Octants 0 and 4 (mod 8) keep the roles, 2 and 6 swap them; signs follow the quadrant.
        var keep = Vector256.Equals(j & Vector256.Create(2), Vector256<int>.Zero).AsSingle();
        var sinSign = (j & Vector256.Create(4)) << 29;
        var cosSign = Vector256.AndNot(Vector256.Create(4), j - Vector256.Create(2)) << 29;
        return (
            Vector256.ConditionalSelect(keep, sin, cos) ^ sinSign.AsSingle(),
            Vector256.ConditionalSelect(keep, cos, sin) ^ cosSign.AsSingle());
    }

    private static Vector256<float> Fma(Vector256<float> a, Vector256<float> b, float c)
        => Vector256.FusedMultiplyAdd(a, b, Vector256.Create(c));
}
