namespace TorchSharp.Kernels;

/// <summary>
/// The regularised incomplete gamma functions in double precision: the series below the peak of the integrand, above it the continued
/// fraction (Abramowitz and Stegun, 1964, 6.5.29 and 6.5.31) by Lentz' method (1976). The power before them is taken about the peak by
/// Stirling's series where a is large, so that its logarithm loses no digits.
/// </summary>
internal static class IncompleteGamma
{
    private const int Terms = 1_000_000;
    private const double Epsilon = 1e-17;

    /// <summary>P(a, x): the share of the integral of t^(a-1) e^-t below x.</summary>
    public static double Lower(double a, double x)
    {
        if (!(a >= 0 && x >= 0)) return double.NaN;
        if (a == 0) return x > 0 ? 1 : double.NaN;
        if (x == 0) return 0;
        if (double.IsInfinity(a)) return double.IsInfinity(x) ? double.NaN : 0;
        if (double.IsInfinity(x)) return 1;
        return x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);
    }

    /// <summary>Q(a, x) = 1 - P(a, x)</summary>
    public static double Upper(double a, double x)
    {
        if (!(a >= 0 && x >= 0)) return double.NaN;
        if (a == 0) return x > 0 ? 0 : double.NaN;
        if (x == 0) return 1;
        if (double.IsInfinity(a)) return double.IsInfinity(x) ? double.NaN : 1;
        if (double.IsInfinity(x)) return 0;
        return x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);
    }

    private static double Series(double a, double x)
    {
        double term = 1, sum = 1;
        for (var n = 1; n < Terms && term > Epsilon * sum; n++)
        {
            term *= x / (a + n);
            sum += term;
        }
        return Power(a, x) / a * sum;
    }

    private static double Fraction(double a, double x)
    {
        const double Tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var h = d;
        for (var n = 1; n < Terms; n++)
        {
            var numerator = -n * (n - a);
            b += 2;
            d = numerator * d + b;
            d = 1 / (d == 0 ? Tiny : d);
            c = b + numerator / c;
            if (c == 0) c = Tiny;
            h *= d * c;
            if (Math.Abs(d * c - 1) < 1e-16) break;
        }
        return Power(a, x) * h;
    }

    // x^a e^-x / gamma(a)
    private static double Power(double a, double x)
    {
        if (a < 20) return Math.Exp(a * Math.Log(x) - x - SpecialFunctions.Lgamma(a));
        var z = 1 / (a * a);
        var stirling = (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680 - z / 1188)))) / a;
        return Math.Exp(a * Deviation((x - a) / a) - stirling) * Math.Sqrt(a / (2 * Math.PI));
    }

    // log(1 + m) - m, by its series where the two nearly cancel.
    private static double Deviation(double m)
    {
        if (Math.Abs(m) > 0.3) return Math.Log(1 + m) - m;
        double power = m, sum = 0;
        for (var n = 2; n < 40; n++)
        {
            power *= -m;
            sum += power / n;
        }
        return sum;
    }
}
