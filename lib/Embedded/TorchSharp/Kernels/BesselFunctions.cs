namespace TorchSharp.Kernels;

/// <summary>
/// Modified Bessel functions of the first kind, of order 0 and 1, in double precision: the power series, whose terms have one sign, and
/// from 20 on the asymptotic series (Abramowitz and Stegun, Handbook of Mathematical Functions, 1964, 9.6.10 and 9.7.1).
/// </summary>
internal static class BesselFunctions
{
    private const double Far = 20;

    public static double I0(double x) => Math.Abs(x) < Far ? Series(x, 0) : Asymptotic(Math.Abs(x), 0) * Math.Exp(Math.Abs(x));

    /// <summary>e^-|x| I0(x)</summary>
    public static double I0e(double x) => Math.Abs(x) < Far ? Series(x, 0) * Math.Exp(-Math.Abs(x)) : Asymptotic(Math.Abs(x), 0);

    public static double I1(double x) => Math.Abs(x) < Far ? x / 2 * Series(x, 1) : Math.CopySign(Asymptotic(Math.Abs(x), 1) * Math.Exp(Math.Abs(x)), x);

    /// <summary>e^-|x| I1(x)</summary>
    public static double I1e(double x) => Math.Abs(x) < Far ? x / 2 * Series(x, 1) * Math.Exp(-Math.Abs(x)) : Math.CopySign(Asymptotic(Math.Abs(x), 1), x);

    // The sum of (x x / 4)^k / (k! (k + order)!).
    private static double Series(double x, int order)
    {
        var quarter = x * x / 4;
        double term = 1, sum = 1;
        for (var k = 1; term > 1e-17 * sum; k++)
        {
            term *= quarter / (k * (k + order));
            sum += term;
        }
        return sum;
    }

    private static double Asymptotic(double x, int order)
    {
        double term = 1, sum = 1;
        for (var k = 1; k <= 30; k++)
        {
            term *= ((2 * k - 1) * (2 * k - 1) - 4 * order * order) / (8 * k * x);
            sum += term;
        }
        return sum / Math.Sqrt(2 * Math.PI * x);
    }
}
