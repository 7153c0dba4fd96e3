// Repeated runs of one experiment under different seeds, with their mean and spread.
// One run of a small network says little: differences of a point are within the noise of the seed.

using System.Globalization;

namespace ConvNets.Training;

/// <summary>One number per seed.</summary>
/// <param name="Values">The measurements, in the order of the seeds.</param>
public sealed record SeedRuns(IReadOnlyList<double> Values)
{
    /// <summary>Arithmetic mean.</summary>
    public double Mean => Values.Average();

    /// <summary>Sample standard deviation (divided by n - 1); 0 for a single run.</summary>
    public double Std
    {
        get
        {
            if (Values.Count < 2)
            {
                return 0;
            }

            var mean = Mean;
            return Math.Sqrt(Values.Sum(v => (v - mean) * (v - mean)) / (Values.Count - 1));
        }
    }

    /// <summary>Smallest measurement.</summary>
    public double Min => Values.Min();

    /// <summary>Largest measurement.</summary>
    public double Max => Values.Max();

    /// <summary>Differences seed by seed: the paired comparison, which the seed's own luck does not blur.</summary>
    /// <exception cref="ArgumentException">The two have different numbers of runs.</exception>
    public static SeedRuns operator -(SeedRuns left, SeedRuns right) =>
        left.Values.Count == right.Values.Count
            ? new([.. left.Values.Zip(right.Values, (a, b) => a - b)])
            : throw new ArgumentException($"Cannot pair {left.Values.Count} runs with {right.Values.Count}; run both with the same seeds.");

    /// <inheritdoc/>
    public override string ToString() => Values.Count == 1
        ? Mean.ToString("0.####", CultureInfo.InvariantCulture)
        : $"{MeanAndSpread(Mean, Std, "0.####")} (n = {Values.Count})";

    // The spread over the seeds says how many digits of the mean mean anything: two of its own.
    internal static string MeanAndSpread(double mean, double spread, string otherwise)
    {
        var digits = spread > 0 ? "0." + new string('#', Math.Clamp(1 - (int)Math.Floor(Math.Log10(spread)), 0, 4)) : otherwise;
        var rounded = Text(mean, digits);
        return $"{(rounded is "0" or "-0" ? Text(mean, otherwise) : rounded)} ± {Text(spread, digits)}";

        static string Text(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
    }
}

/// <summary>Runs an experiment once per seed.</summary>
public static class Seeds
{
    /// <summary>Runs <paramref name="experiment"/> once for each of <paramref name="seeds"/>.</summary>
    /// <param name="seeds">The seeds; <see cref="LessonSettings.Seeds"/> in a lesson.</param>
    /// <param name="experiment">Takes a seed, gives the measured number.</param>
    /// <param name="token">Stops between two runs.</param>
    public static SeedRuns Run(IEnumerable<int> seeds, Func<int, double> experiment, CancellationToken token = default)
    {
        var values = new List<double>();
        foreach (var seed in seeds)
        {
            token.ThrowIfCancellationRequested();
            values.Add(experiment(seed));
        }

        return new(values);
    }
}
