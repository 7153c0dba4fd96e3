namespace TorchSharp.Kernels;

/// <summary>
/// The error function and gamma's relatives in double precision: series and continued fractions (Abramowitz and Stegun,
/// Handbook of Mathematical Functions, 1964, chapters 6 and 7), Lanczos' approximation (1964) with g = 7.
/// </summary>
internal static class SpecialFunctions
{
    private static ReadOnlySpan<double> Lanczos =>
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
        -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    public static double Erf(double x)
    {
        if (double.IsNaN(x)) return x;
        var a = Math.Abs(x);
        if (a >= 2.5) return Math.CopySign(a > 6 ? 1 : 1 - ErfcTail(a), x);
        // erf(x) = 2/sqrt(pi) e^(-x x) sum of 2^n x^(2n+1) / (1 3 5 ... (2n+1)): all terms have one sign.
        double term = x, sum = x;
        for (var n = 1; n < 200 && Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    public static double Erfc(double x)
    {
        if (double.IsNaN(x)) return x;
        return x < 2.5 ? x <= -2.5 ? 2 - ErfcTail(-x) : 1 - Erf(x) : ErfcTail(x);
    }

    /// <summary>The inverse of erf: Giles' start (2012) and two steps of Newton's method.</summary>
    public static double Erfinv(double y)
    {
        if (double.IsNaN(y) || Math.Abs(y) > 1) return double.NaN;
        if (Math.Abs(y) == 1) return Math.CopySign(double.PositiveInfinity, y);
        if (y == 0) return y;
        var w = Math.Log((1 - y) * (1 + y));
        const double A = 0.147;
        var t = 2 / (Math.PI * A) + w / 2;
        var x = Math.CopySign(Math.Sqrt(Math.Sqrt(t * t - w / A) - t), y);
        for (var i = 0; i < 4; i++)
        {
            var error = Math.Abs(y) < 0.7 ? Erf(x) - y : y > 0 ? (1 - y) - Erfc(x) : Erfc(-x) - (1 + y);
            var step = error / (2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x));
            x -= step / (1 + x * step);
        }
        return x;
    }

    /// <summary>log |gamma(x)|.</summary>
    public static double Lgamma(double x)
    {
        if (double.IsNaN(x)) return x;
        if (double.IsInfinity(x)) return double.PositiveInfinity;
        if (x <= 0 && x == Math.Floor(x)) return double.PositiveInfinity;
        if (x < 0.5) return Math.Log(Math.PI / Math.Abs(Math.Sin(Math.PI * x))) - Lgamma(1 - x);
        if (x is 1 or 2) return 0;
        x -= 1;
        var sum = Lanczos[0];
        for (var i = 1; i < Lanczos.Length; i++) sum += Lanczos[i] / (x + i);
        var t = x + 7.5;
        return 0.5 * Math.Log(2 * Math.PI) + (x + 0.5) * Math.Log(t) - t + Math.Log(sum);
    }

    /// <summary>The derivative of log gamma: recurrence up to 10, then the asymptotic series.</summary>
    public static double Digamma(double x)
    {
        if (x == 0) return Math.CopySign(double.PositiveInfinity, -x);
        if (x < 0 && x == Math.Floor(x)) return double.NaN;
        double result = 0;
        if (x < 0)
        {
            result = -Math.PI / Math.Tan(Math.PI * x);
            x = 1 - x;
        }
        while (x < 10)
        {
            result -= 1 / x;
            x++;
        }
        var z = 1 / (x * x);
        return result + Math.Log(x) - 0.5 / x
            - z * (1.0 / 12 - z * (1.0 / 120 - z * (1.0 / 252 - z * (1.0 / 240 - z * (1.0 / 132 - z * (691.0 / 32760 - z / 12))))));
    }

    /// <summary>The second derivative of log gamma.</summary>
    public static double Trigamma(double x)
    {
        double result = 0, sign = 1;
        if (x < 0.5)
        {
            sign = -1;
            var sine = Math.Sin(Math.PI * x);
            result = -(Math.PI * Math.PI) / (sine * sine);
            x = 1 - x;
        }
        while (x < 10)
        {
            result += 1 / (x * x);
            x++;
        }
        var z = 1 / (x * x);
        result += (1 + 0.5 / x + z * (1.0 / 6 - z * (1.0 / 30 - z * (1.0 / 42 - z * (1.0 / 30 - z * (5.0 / 66)))))) / x;
        return sign * result;
    }

    /// <summary>e^(x x) erfc(x)</summary>
    public static double Erfcx(double x) => x < 2.5 ? Math.Exp(x * x) * Erfc(x) : ScaledTail(x);

    /// <summary>-x log x; zero at zero, minus infinity below.</summary>
    public static double Entropy(double x) => x > 0 ? -x * Math.Log(x) : x == 0 ? 0 : double.IsNaN(x) ? x : double.NegativeInfinity;

    private static double ErfcTail(double x) => x > 27.5 ? 0 : Math.Exp(-x * x) * ScaledTail(x);

    // Continued fraction of e^(x x) erfc(x) for x >= 2.5, evaluated from the tail.
    private static double ScaledTail(double x)
    {
        double f = 0;
        for (var n = 60; n >= 1; n--) f = n / 2.0 / (x + f);
        return 1 / (Math.Sqrt(Math.PI) * (x + f));
    }
}
