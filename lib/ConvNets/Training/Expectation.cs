// What a paper leads us to expect of one measured number: a direction and a bound.
// A claim holds when its measurement meets this, never because somebody wrote that it does.

using System.Globalization;

namespace ConvNets.Training;

/// <summary>The expected range of a measurement, with the words that say it.</summary>
public sealed record Expectation
{
    private Expectation(string words, double low, double high, bool lowIncluded, bool highIncluded)
    {
        Words = words;
        Low = low;
        High = high;
        LowIncluded = lowIncluded;
        HighIncluded = highIncluded;
    }

    /// <summary>The expectation in words: "above 0", "at most 0.72".</summary>
    public string Words { get; }

    /// <summary>Lower bound, negative infinity where there is none.</summary>
    public double Low { get; }

    /// <summary>Upper bound, positive infinity where there is none.</summary>
    public double High { get; }

    private bool LowIncluded { get; }

    private bool HighIncluded { get; }

    /// <summary>Greater than <paramref name="bound"/>.</summary>
    public static Expectation Above(double bound) => new($"above {Text(bound)}", bound, double.PositiveInfinity, false, true);

    /// <summary>Less than <paramref name="bound"/>.</summary>
    public static Expectation Below(double bound) => new($"below {Text(bound)}", double.NegativeInfinity, bound, true, false);

    /// <summary>Greater than or equal to <paramref name="bound"/>.</summary>
    public static Expectation AtLeast(double bound) => new($"at least {Text(bound)}", bound, double.PositiveInfinity, true, true);

    /// <summary>Less than or equal to <paramref name="bound"/>.</summary>
    public static Expectation AtMost(double bound) => new($"at most {Text(bound)}", double.NegativeInfinity, bound, true, true);

    /// <summary>Within <paramref name="tolerance"/> of <paramref name="value"/>.</summary>
    public static Expectation About(double value, double tolerance) =>
        new($"{Text(value)} ± {Text(tolerance)}", value - tolerance, value + tolerance, true, true);

    /// <summary>Exactly <paramref name="value"/>: for counts, sizes and receptive fields.</summary>
    public static Expectation Exactly(double value) => new($"exactly {Text(value)}", value, value, true, true);

    /// <summary>Whether <paramref name="measured"/> meets the expectation; NaN never does.</summary>
    public bool IsMetBy(double measured) =>
        (LowIncluded ? measured >= Low : measured > Low) && (HighIncluded ? measured <= High : measured < High);

    /// <inheritdoc/>
    public override string ToString() => Words;

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
