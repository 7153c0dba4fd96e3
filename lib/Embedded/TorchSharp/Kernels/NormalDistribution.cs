namespace TorchSharp.Kernels;

/// <summary>The standard normal distribution in double precision.</summary>
internal static class NormalDistribution
{
    /// <summary>The probability of a number below x.</summary>
    public static double Probability(double x) => SpecialFunctions.Erfc(-x / Math.Sqrt(2)) / 2;

    /// <summary>The number below which lies the share p: a rational start (Abramowitz and Stegun, 1964, 26.2.23) and steps of Halley's method.</summary>
    public static double Quantile(double p)
    {
        if (!(p is >= 0 and <= 1)) return double.NaN;
        if (p == 0) return double.NegativeInfinity;
        if (p == 1) return double.PositiveInfinity;
        if (p > 0.5) return -Quantile(1 - p);
        var t = Math.Sqrt(-2 * Math.Log(p));
        var x = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
        for (var step = 0; step < 3; step++)
        {
            var error = (Probability(x) - p) / (Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI));
            x -= error / (1 + x * error / 2);
        }
        return x;
    }
}
