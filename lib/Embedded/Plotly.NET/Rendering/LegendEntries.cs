// What the legend lists, and how much room that takes.

namespace Plotly.NET.Rendering;

/// <summary>A line of the legend.</summary>
internal sealed record LegendEntry(string Name, Paint Color, Series Series, bool Sector);

/// <summary>Finds and draws the legend.</summary>
internal static class LegendEntries
{
    private const double Sample = 26;
    private const double Gap = 8;

    public static IReadOnlyList<LegendEntry> Of(FigureModel model)
    {
        var candidates = model.Series.Where(s => Read.Value(s.Trace, "visible") is not false && s.Kind is not "heatmap" and not "image" and not "table" and not "contour").ToList();
        var asked = Read.Truth(model.Layout, "showlegend");
        var shown = asked ?? (candidates.Count > 1 || candidates.Any(s => Read.Truth(s.Trace, "showlegend") == true || s.Kind == "pie"));
        if (!shown)
        {
            return [];
        }

        var entries = new List<(double Rank, LegendEntry Entry)>();
        foreach (var series in candidates.Where(s => Read.Truth(s.Trace, "showlegend") != false))
        {
            var rank = Read.Number(series.Trace, "legendrank") ?? 1000;
            if (series.Kind == "pie")
            {
                entries.AddRange(PieDrawing.Sectors(series, model).Select(s => (rank, new LegendEntry(s.Label, s.Color, series, true))));
            }
            else
            {
                entries.Add((rank, new LegendEntry(series.Name, series.Color, series, false)));
            }
        }

        var ordered = entries.OrderBy(e => e.Rank).Select(e => e.Entry).ToList();
        if (Read.Text(Read.Object(model.Layout, "legend"), "traceorder") is { } order ? order.Contains("reversed", StringComparison.Ordinal) : Stacked(model, candidates))
        {
            ordered.Reverse();
        }

        return ordered;
    }

    // What lies upon another stands above it in the list, too, as in plotly.js.
    private static bool Stacked(FigureModel model, List<Series> series) =>
        series.Exists(s => Read.Text(s.Trace, "fill") is "tonexty" or "tonextx" || (s.Kind == "bar" && Read.Text(model.Layout, "barmode") == "stack"));

    public static double FontSize(FigureModel model) => Read.Number(Read.Object(Read.Object(model.Layout, "legend"), "font"), "size") ?? model.Font - 1;

    public static string Title(FigureModel model) => Read.Title(Read.Value(Read.Object(model.Layout, "legend"), "title"));

    public static (double Width, double Height) Vertical(FigureModel model, IReadOnlyList<LegendEntry> entries)
    {
        var size = FontSize(model);
        var title = RichText.Measure(Title(model), size);
        var width = Math.Max(title.Width, entries.Select(e => Sample + Gap + RichText.Measure(e.Name, size).Width).DefaultIfEmpty(0).Max());
        return (width + 4, entries.Sum(e => RowHeight(e, size)) + (title.Height > 0 ? title.Height + 6 : 0));
    }

    /// <summary>The rows of a legend below the plot, each no wider than <paramref name="width"/>.</summary>
    public static List<List<LegendEntry>> Rows(FigureModel model, IReadOnlyList<LegendEntry> entries, double width)
    {
        var size = FontSize(model);
        var rows = new List<List<LegendEntry>>();
        var used = double.PositiveInfinity;
        foreach (var entry in entries)
        {
            var needed = EntryWidth(entry, size);
            if (used + needed > width)
            {
                rows.Add([]);
                used = 0;
            }

            rows[^1].Add(entry);
            used += needed;
        }

        return rows;
    }

    public static double RowHeight(LegendEntry entry, double size) => Math.Max(20, RichText.Measure(entry.Name, size).Height + 4);

    public static void DrawVertical(SvgCanvas svg, FigureModel model, IReadOnlyList<LegendEntry> entries, double left, double top)
    {
        var size = FontSize(model);
        var title = Title(model);
        if (title.Length > 0)
        {
            var height = RichText.Measure(title, size).Height;
            svg.Text(title, left, top + (height / 2), size, Paint.Ink, bold: true);
            top += height + 6;
        }

        foreach (var entry in entries)
        {
            var height = RowHeight(entry, size);
            Draw(svg, entry, left, top + (height / 2), size);
            top += height;
        }
    }

    public static void DrawRows(SvgCanvas svg, FigureModel model, List<List<LegendEntry>> rows, double left, double top)
    {
        var size = FontSize(model);
        foreach (var row in rows)
        {
            var x = left;
            var height = row.Max(e => RowHeight(e, size));
            foreach (var entry in row)
            {
                Draw(svg, entry, x, top + (height / 2), size);
                x += EntryWidth(entry, size);
            }

            top += height;
        }
    }

    private static double EntryWidth(LegendEntry entry, double size) => Sample + Gap + RichText.Measure(entry.Name, size).Width + 18;

    private static void Draw(SvgCanvas svg, LegendEntry entry, double x, double y, double size)
    {
        var (series, trace) = (entry.Series, entry.Series.Trace);
        var quiet = Read.Value(trace, "visible") is "legendonly" ? 0.4 : 1;
        var color = entry.Color.Fade(quiet);
        if (entry.Sector || series.Kind is not "scatter")
        {
            var fill = series.Kind is "box" or "violin" ? color.Fade(0.35) : color.Fade(entry.Sector ? 1 : series.Opacity);
            svg.Rect(x + 7, y - 6, 12, 12, fill, series.Kind is "box" or "violin" ? color : null, 1.5);
        }
        else
        {
            var (lines, markers, text) = Points.Mode(series);
            var filled = Read.Text(trace, "fill") is { } how and not "none" || series.Base is not null;
            if (filled)
            {
                var own = Rgba.Parse(Read.Text(trace, "fillcolor"));
                svg.Rect(x + 1, y - 5, 24, 10, own is { } inside ? Paint.Named(inside).Fade(quiet) : color.Fade(0.5));
            }

            if (lines && (Read.Number(Read.Object(trace, "line"), "width") ?? 2) > 0)
            {
                var width = Math.Min(4, Read.Number(Read.Object(trace, "line"), "width") ?? 2);
                svg.Line(x + 1, y, x + 25, y, color, width, Points.Dash(Read.Text(Read.Object(trace, "line"), "dash"), width));
            }

            if (markers)
            {
                var (fill, diameter) = Points.MarkerAt(series, 0, ValueColors.Of(Read.Object(trace, "marker")));
                Markers.Draw(svg, Read.At(Read.Value(Read.Object(trace, "marker"), "symbol"), 0), x + 13, y, Math.Clamp(diameter, 4, 12), fill.Fade(quiet), null, 0);
            }
            else if (text && !lines)
            {
                svg.Text("Aa", x + 13, y, size, color, "middle");
            }
        }

        svg.Text(entry.Name, x + Sample + Gap, y, size, quiet < 1 ? Paint.Quiet : Paint.Ink);
    }
}
