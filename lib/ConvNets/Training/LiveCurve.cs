// A learning curve that grows while a net trains, in plain text, so that every notebook front end and terminal draws it.

using System.Globalization;

namespace ConvNets.Training;

/// <summary>Progress with a curve: where training is, how long it will take, and the training error so far.</summary>
public static class LiveCurve
{
    private const string Levels = "▁▂▃▄▅▆▇█";
    private const int Columns = 32;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    /// <summary>What to give to <see cref="Trainer.OnStep"/>: it reports twice a second, and once more at the last step.</summary>
    /// <param name="name">What is trained.</param>
    /// <param name="report">Takes two lines of text; a notebook updates a display with them.</param>
    public static Action<TrainingProgress> Of(string name, Action<string> report)
    {
        var (sums, counts) = (new double[Columns], new int[Columns]);
        TimeSpan? last = null;
        return progress =>
        {
            var column = Math.Clamp((int)(progress.Fraction * Columns), 0, Columns - 1);
            sums[column] += 1 - progress.Top1;
            counts[column]++;
            if (progress.Step < progress.TotalSteps && last is { } before && progress.Elapsed - before < Interval)
            {
                return;
            }

            last = progress.Elapsed;
            report($"{name}: {progress}\n{Draw([.. sums.Zip(counts, (sum, count) => count == 0 ? (double?)null : sum / count)])}");
        };
    }

    /// <summary>One character for each value, low to high; a dot where there is none yet.</summary>
    /// <param name="errors">Training errors from 0 to 1 in the order of time, null for what is still to come.</param>
    public static string Draw(IReadOnlyList<double?> errors)
    {
        var bars = string.Concat(errors.Select(error => error is { } value && double.IsFinite(value)
            ? Levels[Math.Clamp((int)(value * Levels.Length), 0, Levels.Length - 1)]
            : '·'));
        var known = errors.OfType<double>().ToList();
        return known.Count == 0
            ? $"training error {bars}"
            : string.Create(CultureInfo.InvariantCulture, $"training error {known[0]:0%} {bars} {known[^1]:0%}");
    }
}
