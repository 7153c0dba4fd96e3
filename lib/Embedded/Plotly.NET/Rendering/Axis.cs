// An axis: from values to scale coordinates (logarithms, category numbers, days) and from these to pixels.

using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>How an axis counts.</summary>
internal enum AxisKind
{
    Linear,
    Log,
    Category,
    Date,
}

/// <summary>A labelled place on an axis, in scale coordinates.</summary>
internal readonly record struct Tick(double At, string Label, bool Minor = false);

/// <summary>A cartesian axis with its range and its place.</summary>
internal sealed class Axis(string id, PlotlyObject spec)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The id that series name: x, x2, y.</summary>
    public string Id { get; } = id;

    public PlotlyObject Spec { get; } = spec;

    public bool Horizontal { get; } = id[0] == 'x';

    public int Number { get; } = id.Length == 1 ? 1 : int.Parse(id.AsSpan(1), CultureInfo.InvariantCulture);

    public AxisKind Kind { get; set; }

    public List<string> Categories { get; } = [];

    /// <summary>The value at the left or the bottom, in scale coordinates.</summary>
    public double From { get; set; }

    /// <summary>The value at the right or the top, in scale coordinates.</summary>
    public double To { get; set; } = 1;

    /// <summary>The pixel of <see cref="From"/>.</summary>
    public double Start { get; set; }

    /// <summary>The pixel of <see cref="To"/>.</summary>
    public double End { get; set; }

    public IReadOnlyList<Tick> Ticks { get; set; } = [];

    /// <summary>Turn of the tick labels in degrees.</summary>
    public double LabelAngle { get; set; }

    /// <summary>The id of the axis below which this one lies, or null.</summary>
    public string? Overlaying { get; } = Read.Text(spec, "overlaying") is { Length: > 0 } below and not "free" ? below : null;

    public bool OnFarSide { get; } = Read.Text(spec, "side") is "right" or "top";

    public string Title { get; } = Rendering.Read.Title(Read.Value(spec, "title"));

    public bool Visible { get; } = Read.Truth(spec, "visible") ?? true;

    public bool ShowsLabels { get; } = (Read.Truth(spec, "visible") ?? true) && (Read.Truth(spec, "showticklabels") ?? true);

    public double FontSize { get; set; } = 12;

    public double Low => Math.Min(From, To);

    public double High => Math.Max(From, To);

    public double Length => Math.Abs(End - Start);

    /// <summary>A value in scale coordinates; NaN where the axis has no place for it.</summary>
    public double Coordinate(object? value)
    {
        switch (Kind)
        {
            case AxisKind.Category:
                if (value is null)
                {
                    return double.NaN;
                }

                return _numbers.TryGetValue(CategoryName(value), out var number) ? number : Rendering.Read.Number(value) ?? double.NaN;
            case AxisKind.Date:
                return DateOf(value)?.ToOADate() ?? double.NaN;
            case AxisKind.Log:
                return NumberOf(value) is { } positive && positive > 0 ? Math.Log10(positive) : double.NaN;
            default:
                return NumberOf(value) ?? double.NaN;
        }
    }

    public double Pixel(double coordinate) => Start + ((coordinate - From) / (To - From) * (End - Start));

    public void AddCategory(object? value)
    {
        if (value is not null)
        {
            var name = CategoryName(value);
            if (_numbers.TryAdd(name, Categories.Count))
            {
                Categories.Add(name);
            }
        }
    }

    public static double? NumberOf(object? value) => value switch
    {
        string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => Rendering.Read.Number(value),
    };

    public static DateTime? DateOf(object? value) => value switch
    {
        DateTime time => time,
        DateTimeOffset time => time.UtcDateTime,
        string text when text.Length >= 7 && char.IsAsciiDigit(text[0]) && text.Contains('-')
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) => time,
        _ => null,
    };

    private static string CategoryName(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
