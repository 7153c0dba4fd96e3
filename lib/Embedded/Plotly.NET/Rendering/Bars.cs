// Where bars stand: side by side or on top of each other, from their base to their value.

namespace Plotly.NET.Rendering;

/// <summary>One bar in scale coordinates: its place across the axis and its extent along it.</summary>
internal readonly record struct Bar(int Datum, double Near, double Far, double From, double To);

/// <summary>Places bars.</summary>
internal static class Bars
{
    /// <summary>The bars of a series; those without a value are left out.</summary>
    public static IEnumerable<Bar> Of(Series series, FigureModel model)
    {
        var across = series.Horizontal ? series.Y! : series.X!;
        var along = series.Horizontal ? series.X! : series.Y!;
        var keys = series.Horizontal ? series.YValues : series.XValues;
        var values = (series.Horizontal ? series.XValues : series.YValues) ?? [];
        var (offset, width) = Slot(series, model, across);
        var ownWidth = Read.Value(series.Trace, "width");
        var ownBase = Read.Value(series.Trace, "base");

        for (var i = 0; i < values.Length; i++)
        {
            var centre = across.Coordinate(keys is null ? (double)i : i < keys.Length ? keys[i] : null);
            var value = series.Top is { } top ? top[i] : Axis.NumberOf(values[i]) ?? double.NaN;
            var from = series.Base is { } stacked ? stacked[i] : Axis.NumberOf(Read.At(ownBase, i)) ?? 0;
            if (series.Top is null && ownBase is not null)
            {
                value += from;
            }

            if (!double.IsFinite(centre) || !double.IsFinite(value))
            {
                continue;
            }

            var (low, high) = ownWidth is not null && Axis.NumberOf(Read.At(ownWidth, i)) is { } wide
                ? (centre - (wide / 2), centre + (wide / 2))
                : (centre + offset, centre + offset + width);
            var start = along.Kind == AxisKind.Log ? (from > 0 ? Math.Log10(from) : double.NegativeInfinity) : from;
            var end = along.Kind == AxisKind.Log ? (value > 0 ? Math.Log10(value) : double.NaN) : value;
            if (double.IsFinite(end))
            {
                yield return new Bar(i, low, high, start, end);
            }
        }
    }

    /// <summary>Offset from the key and width of the bars of a series, in scale coordinates.</summary>
    private static (double Offset, double Width) Slot(Series series, FigureModel model, Axis across)
    {
        var siblings = model.Series.Where(s => s.Visible && s.Kind == "bar" && (s.Horizontal ? s.Y : s.X) == across && s.Horizontal == series.Horizontal).ToList();
        var unit = Unit(siblings, across);
        var histogram = siblings.TrueForAll(s => s.BinWidth is not null);
        var gap = Read.Number(model.Layout, "bargap") ?? (histogram ? 0 : 0.2);
        var room = unit * (1 - gap);
        var mode = Read.Text(model.Layout, "barmode") ?? "group";
        if (mode is not "group" || siblings.Count == 1)
        {
            return (-room / 2, room);
        }

        var groups = siblings.Select(GroupOf).Distinct().ToList();
        var each = room / groups.Count;
        var groupGap = Read.Number(model.Layout, "bargroupgap") ?? 0;
        return ((-room / 2) + (each * groups.IndexOf(GroupOf(series))) + (each * groupGap / 2), each * (1 - groupGap));
    }

    private static string GroupOf(Series series) => Read.Text(series.Trace, "offsetgroup") ?? $"#{series.Index}";

    private static double Unit(List<Series> siblings, Axis across)
    {
        if (across.Kind == AxisKind.Category)
        {
            return 1;
        }

        if (siblings.Select(s => s.BinWidth).OfType<double>().DefaultIfEmpty(double.NaN).Min() is var bin && !double.IsNaN(bin) && across.Kind != AxisKind.Log)
        {
            return bin;
        }

        var places = siblings
            .SelectMany(s => Enumerable.Range(0, s.Count).Select(i => s.Horizontal ? s.YAt(i) : s.XAt(i)))
            .Where(double.IsFinite).Distinct().Order().ToArray();
        var smallest = double.PositiveInfinity;
        for (var i = 1; i < places.Length; i++)
        {
            smallest = Math.Min(smallest, places[i] - places[i - 1]);
        }

        return double.IsFinite(smallest) ? smallest : 1;
    }
}
