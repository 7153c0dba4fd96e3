namespace ConvNets.Data;

/// <summary>
/// Sine, cosine, arc tangent and logarithm from additions, multiplications and divisions alone. The functions of the C library differ in the
/// last bit from one machine to the next; these do not, so that a seed makes the same picture everywhere.
/// </summary>
public static class PortableMath
{
    /// <summary>Sine and cosine of <paramref name="turns"/> full turns (1 = 360 degrees), to about 1e-12.</summary>
    public static (double Sin, double Cos) SinCosTurns(double turns)
    {
        // Quarter turns are exact; what is left lies in [-1/8, 1/8] turn, where the series converge fast.
        var quarter = Math.Floor(turns * 4 + 0.5);
        var x = (turns - quarter / 4) * (2 * Math.PI);
        var x2 = x * x;
        var sin = x * (1 + x2 * (-1.0 / 6 + x2 * (1.0 / 120 + x2 * (-1.0 / 5040 + x2 * (1.0 / 362880 + x2 * (-1.0 / 39916800))))));
        var cos = 1 + x2 * (-0.5 + x2 * (1.0 / 24 + x2 * (-1.0 / 720 + x2 * (1.0 / 40320 + x2 * (-1.0 / 3628800 + x2 / 479001600)))));
        return ((long)quarter & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary>Sine of an angle in radians.</summary>
    public static double Sin(double radians) => SinCosTurns(radians / (2 * Math.PI)).Sin;

    /// <summary>Cosine of an angle in radians.</summary>
    public static double Cos(double radians) => SinCosTurns(radians / (2 * Math.PI)).Cos;

    /// <summary>The angle of the point (x, y) in full turns, in (-0.5, 0.5], to about 1e-5; 0 at the origin.</summary>
    public static float Atan2Turns(float y, float x)
    {
        float ax = Math.Abs(x), ay = Math.Abs(y);
        var big = Math.Max(ax, ay);
        if (big == 0)
            return 0;
        var t = Math.Min(ax, ay) / big;
        var t2 = t * t;
        // Minimax polynomial of atan on [0, 1] (Abramowitz and Stegun 4.4.49), divided by 2 pi below.
        var a = t * (0.9998660f + t2 * (-0.3302995f + t2 * (0.1801410f + t2 * (-0.0851330f + t2 * 0.0208351f))));
        a *= 0.159154943f;
        if (ay > ax)
            a = 0.25f - a;
        if (x < 0)
            a = 0.5f - a;
        return y < 0 ? -a : a;
    }

    /// <summary>Natural logarithm of a positive normal number, to about 1e-13.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52 & 0x7FF) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble(bits & 0xFFFFFFFFFFFFF | 0x3FF0000000000000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }
        // log m = 2 atanh((m - 1) / (m + 1)).
        var z = (mantissa - 1) / (mantissa + 1);
        var z2 = z * z;
        var series = 1 + z2 * (1.0 / 3 + z2 * (1.0 / 5 + z2 * (1.0 / 7 + z2 * (1.0 / 9 + z2 * (1.0 / 11 + z2 * (1.0 / 13 + z2 * (1.0 / 15 + z2 / 17)))))));
        return exponent * 0.6931471805599453 + 2 * z * series;
    }
}
