namespace TorchSharp.Kernels;

/// <summary>
/// The zeta function of Hurwitz, the sum of (q + n)^-x over n from 0, in double precision: the first terms, then Euler's and Maclaurin's
/// formula for the rest. The derivatives of the digamma function follow from it (Abramowitz and Stegun, 1964, 23.1.30 and 6.4.10).
/// </summary>
internal static class ZetaFunction
{
    // The numbers of Bernoulli of even index from 2 on.
    private static ReadOnlySpan<double> Bernoulli =>
    [
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798, -174611.0 / 330, 854513.0 / 138, -236364091.0 / 2730,
    ];

    public static double Hurwitz(double x, double q)
    {
        if (x == 1) return double.PositiveInfinity;
        if (!(x > 1) || double.IsNaN(q)) return double.NaN;
        if (q <= 0 && q == Math.Floor(q)) return double.PositiveInfinity;
        if (q < 0 && x != Math.Floor(x)) return double.NaN;
        if (q < 0)
        {
            // The terms below zero, mirrored, are a piece of the sum from 1 - fraction on.
            var fraction = q - Math.Floor(q);
            var below = Hurwitz(x, 1 - fraction) - Hurwitz(x, 1 - q);
            return Hurwitz(x, fraction) + (x % 2 == 0 ? below : -below);
        }
        double sum = 0;
        for (; q <= 12; q++)
        {
            var term = Math.Pow(q, -x);
            sum += term;
            if (Math.Abs(term) < 1e-17 * Math.Abs(sum)) return sum;
        }
        var power = Math.Pow(q, -x);
        sum += power * q / (x - 1) + power / 2;
        // x (x + 1) ... (x + 2k - 2) q^(1 - x - 2k) / (2k)!
        var factor = power * x / q / 2;
        for (var k = 1; k <= Bernoulli.Length; k++)
        {
            var term = factor * Bernoulli[k - 1];
            sum += term;
            if (Math.Abs(term) < 1e-17 * Math.Abs(sum)) break;
            factor *= (x + 2 * k - 1) / q * ((x + 2 * k) / q) / ((2 * k + 1) * (2 * k + 2));
        }
        return sum;
    }

    /// <summary>The derivative of order n of the digamma function.</summary>
    public static double Polygamma(long n, double x) => n switch
    {
        0 => SpecialFunctions.Digamma(x),
        1 => SpecialFunctions.Trigamma(x),
        _ => (n % 2 == 0 ? -1 : 1) * Math.Exp(SpecialFunctions.Lgamma(n + 1)) * Hurwitz(n + 1, x),
    };
}
