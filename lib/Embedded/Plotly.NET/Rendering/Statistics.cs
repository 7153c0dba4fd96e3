// Order statistics and densities of samples.

namespace Plotly.NET.Rendering;

/// <summary>The five numbers of a box plot.</summary>
internal sealed record BoxNumbers(double Low, double Q1, double Median, double Q3, double High, double Mean, double Deviation, double[] Outliers);

/// <summary>Statistics of samples.</summary>
internal static class Statistics
{
    /// <summary>The quantile with linear interpolation between order statistics at (i + 0.5) / n, as plotly.js takes it.</summary>
    public static double Quantile(double[] values, double p) => Sorted([.. values.Order()], p);

    /// <summary>Whiskers reach the last sample within 1.5 interquartile ranges (Tukey, "Exploratory Data Analysis", 1977).</summary>
    public static BoxNumbers Box(double[] values)
    {
        var sorted = values.Order().ToArray();
        var (q1, median, q3) = (Sorted(sorted, 0.25), Sorted(sorted, 0.5), Sorted(sorted, 0.75));
        var reach = 1.5 * (q3 - q1);
        var within = sorted.Where(v => v >= q1 - reach && v <= q3 + reach).ToArray();
        var (low, high) = within.Length > 0 ? (within[0], within[^1]) : (q1, q3);
        var mean = sorted.Average();
        var deviation = sorted.Length > 1 ? Math.Sqrt(sorted.Sum(v => (v - mean) * (v - mean)) / (sorted.Length - 1)) : 0;
        return new BoxNumbers(Math.Min(low, q1), q1, median, q3, Math.Max(high, q3), mean, deviation, [.. sorted.Where(v => v < low || v > high)]);
    }

    /// <summary>The Gaussian kernel density at <paramref name="points"/>; the bandwidth after Silverman (1986) unless given.</summary>
    public static double[] Density(double[] values, double[] points, double? bandwidth)
    {
        var box = Box(values);
        var spread = Math.Min(box.Deviation, (box.Q3 - box.Q1) / 1.349);
        if (spread <= 0)
        {
            spread = box.Deviation;
        }

        var h = bandwidth ?? (spread > 0 ? 0.9 * spread * Math.Pow(values.Length, -0.2) : 1);
        return [.. points.Select(p => values.Sum(v => Math.Exp(-(p - v) * (p - v) / (2 * h * h))) / (values.Length * h * Math.Sqrt(2 * Math.PI)))];
    }

    private static double Sorted(double[] sorted, double p)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        var at = Math.Clamp((p * sorted.Length) - 0.5, 0, sorted.Length - 1);
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((sorted[above] - sorted[below]) * (at - below));
    }
}
