// Numbers as colours: a colour scale with the range of values it spans.

namespace Plotly.NET.Rendering;

/// <summary>A colour scale over a range of values.</summary>
internal sealed class ValueColors
{
    private readonly ColorRamp _ramp;

    private ValueColors(ColorRamp ramp, double low, double high) => (_ramp, Low, High) = (ramp, low, high);

    public double Low { get; }

    public double High { get; }

    public Rgba At(double value) => _ramp.At(High > Low ? (value - Low) / (High - Low) : 0.5);

    public Rgba Fraction(double t) => _ramp.At(t);

    /// <summary>Of markers whose colours are numbers; null where they are not.</summary>
    public static ValueColors? Of(PlotlyObject? marker)
    {
        var numbers = Read.Value(marker, "color") is Color { Value: not string } color ? Read.List(color.Value) : Read.List(marker, "color");
        if (numbers is null || numbers.Length == 0 || numbers.Any(n => n is string))
        {
            return null;
        }

        return From(marker!, numbers.Select(n => Read.Number(n) ?? double.NaN), "c");
    }

    /// <summary>Of a matrix: the scale of its colour axis where it has one.</summary>
    public static ValueColors Of(Series series, FigureModel model)
    {
        if (Shared(series.Trace, model) is var (axis, members))
        {
            return From(axis, members.SelectMany(s => s.Z.SelectMany(r => r)), "c");
        }

        return From(series.Trace, series.Z.SelectMany(r => r), "z");
    }

    /// <summary>The colour axis of a series and all series on it, or null.</summary>
    public static (PlotlyObject Axis, List<Series> Members)? Shared(PlotlyObject trace, FigureModel model) =>
        Read.Text(trace, "coloraxis") is { Length: > 0 } id
            ? (Read.Object(model.Layout, id) ?? new ColorAxis(), model.Series.Where(s => Read.Text(s.Trace, "coloraxis") == id).ToList())
            : null;

    private static ValueColors From(PlotlyObject spec, IEnumerable<double> values, string letter)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.Where(double.IsFinite))
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (low > high)
        {
            (low, high) = (0, 1);
        }

        low = Read.Number(spec, letter + "min") ?? low;
        high = Read.Number(spec, letter + "max") ?? high;
        if (Read.Number(spec, letter + "mid") is { } middle)
        {
            var reach = Math.Max(middle - low, high - middle);
            (low, high) = (middle - reach, middle + reach);
        }

        if (high <= low)
        {
            (low, high) = (low - 0.5, low + 0.5);
        }

        return new ValueColors(ColorRamp.From(Read.Value(spec, "colorscale"), Read.Truth(spec, "reversescale") ?? false), low, high);
    }
}
