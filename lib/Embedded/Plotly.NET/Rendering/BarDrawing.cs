// Bars with their error bars and value labels.

namespace Plotly.NET.Rendering;

/// <summary>Draws bar series.</summary>
internal static class BarDrawing
{
    public static void Draw(SvgCanvas svg, Series series, FigureModel model)
    {
        var across = series.Horizontal ? series.Y! : series.X!;
        var along = series.Horizontal ? series.X! : series.Y!;
        var marker = Read.Object(series.Trace, "marker");
        var outline = Read.Object(marker, "line");
        var scale = ValueColors.Of(marker);
        var width = Read.Number(outline, "width") ?? (series.BinWidth is not null ? 0.75 : 0);
        Paint? stroke = Rgba.Parse(Read.Text(outline, "color")) is { } own ? Paint.Of(own) : series.BinWidth is not null ? Paint.Paper : null;

        foreach (var bar in Bars.Of(series, model))
        {
            var (c1, c2) = (across.Pixel(bar.Near), across.Pixel(bar.Far));
            var start = along.Pixel(Math.Clamp(bar.From, along.Low, along.High));
            var end = along.Pixel(bar.To);
            var (fill, _) = Points.MarkerAt(series, bar.Datum, scale);
            if (series.Horizontal)
            {
                svg.Rect(Math.Min(start, end), Math.Min(c1, c2), Math.Abs(end - start), Math.Abs(c2 - c1), fill, stroke, width);
            }
            else
            {
                svg.Rect(Math.Min(c1, c2), Math.Min(start, end), Math.Abs(c2 - c1), Math.Abs(end - start), fill, stroke, width);
            }

            var centre = (bar.Near + bar.Far) / 2;
            var (x, y) = series.Horizontal ? (bar.To, centre) : (centre, bar.To);
            ErrorBars.Draw(svg, series, series.Horizontal, bar.Datum, x, y, Paint.Ink);
            DrawText(svg, series, bar, along, (c1 + c2) / 2, Math.Abs(c2 - c1), start, end, fill);
        }
    }

    private static void DrawText(SvgCanvas svg, Series series, Bar bar, Axis along, double middle, double thickness, double start, double end, Paint fill)
    {
        var text = Convert.ToString(Read.At(Read.Value(series.Trace, "text"), bar.Datum), System.Globalization.CultureInfo.InvariantCulture) ?? "";
        if (text.Length == 0)
        {
            return;
        }

        var size = Read.Number(Read.Object(series.Trace, "textfont"), "size") ?? 11;
        var (width, height) = RichText.Measure(text, size);
        var position = Read.At(Read.Value(series.Trace, "textposition"), bar.Datum) as string ?? "auto";
        var (needed, across) = series.Horizontal ? (width, height) : (height, width);
        var fits = Math.Abs(end - start) > needed + 6 && thickness >= Math.Min(across, 12);
        if (position == "none" || (!series.Horizontal && across > thickness * 1.6 && series.Count > 12))
        {
            return;
        }

        var direction = end == start ? (series.Horizontal ? 1 : -1) : Math.Sign(end - start);
        if (position == "inside" || (position == "auto" && fits && series.Base is not null))
        {
            var place = position == "inside" && series.Base is null ? end - (direction * ((needed / 2) + 4)) : (start + end) / 2;
            var paint = Rgba.Parse(fill.Css) is { } background ? Cells.OnTop(background) : Paint.Paper;
            Put(svg, series.Horizontal, text, place, middle, size, fits ? paint : Paint.Ink);
            return;
        }

        // Beyond the end, and beyond the error bar where there is one.
        var tip = end;
        foreach (var reach in ErrorBars.Of(series, series.Horizontal)(bar.Datum, bar.To).Where(double.IsFinite).Select(along.Pixel))
        {
            tip = direction > 0 ? Math.Max(tip, reach) : Math.Min(tip, reach);
        }

        var (low, high) = (Math.Min(along.Start, along.End) + (needed / 2) + 2, Math.Max(along.Start, along.End) - (needed / 2) - 2);
        Put(svg, series.Horizontal, text, Math.Clamp(tip + (direction * ((needed / 2) + 4)), Math.Min(low, high), Math.Max(low, high)), middle, size, Paint.Ink);
    }

    private static void Put(SvgCanvas svg, bool sideways, string text, double along, double across, double size, Paint paint) =>
        svg.Text(text, sideways ? along : across, sideways ? across : along, size, paint, "middle");
}
