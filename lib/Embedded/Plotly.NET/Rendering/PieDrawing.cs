// Pies and doughnuts as plotly.js turns them: the largest sector to the right of the top, the others to the left of it one
// after another, unless the series asks for the clockwise direction; with their share as label.

using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>A sector of a pie.</summary>
internal sealed record Sector(string Label, double Value, double Share, Paint Color, string Text);

/// <summary>Draws pie series.</summary>
internal static class PieDrawing
{
    public static IReadOnlyList<Sector> Sectors(Series series, FigureModel model)
    {
        var values = Read.List(series.Trace, "values") ?? [];
        var labels = Read.List(series.Trace, "labels");
        var colors = Read.List(Read.Object(series.Trace, "marker"), "colors");
        var texts = Read.Value(series.Trace, "text");
        var info = Read.Text(series.Trace, "textinfo") ?? (texts is null ? "percent" : "text");
        var sum = values.Select(v => Axis.NumberOf(v) ?? 0).Where(v => v > 0).Sum();
        var sectors = new List<Sector>();
        for (var i = 0; i < values.Length; i++)
        {
            var value = Axis.NumberOf(values[i]) ?? 0;
            if (!(value > 0))
            {
                continue;
            }

            var label = labels is not null && i < labels.Length ? Convert.ToString(labels[i], CultureInfo.InvariantCulture) ?? "" : i.ToString(CultureInfo.InvariantCulture);
            var own = colors is not null && i < colors.Length ? colors[i] is Color { Value: string css } ? css : colors[i] as string : null;
            var paint = Rgba.Parse(own) is { } color ? Paint.Of(color) : Theme.Series(i, model.Colorway);
            var parts = info.Split('+').Select(part => part switch
            {
                "label" => label,
                "percent" => NumberFormat.Short(Math.Round(value / sum * 100, value / sum < 0.1 ? 1 : 0)) + "%",
                "value" => NumberFormat.Short(value),
                "text" => Convert.ToString(Read.At(texts, i), CultureInfo.InvariantCulture) ?? "",
                _ => "",
            });
            sectors.Add(new Sector(label, value, value / sum, paint, string.Join("<br>", parts.Where(p => p.Length > 0))));
        }

        return Read.Truth(series.Trace, "sort") == false ? sectors : [.. sectors.OrderByDescending(s => s.Value)];
    }

    public static void Draw(SvgCanvas svg, Series series, FigureModel model, double left, double top, double width, double height)
    {
        var (cx, cy, r) = (left + (width / 2), top + (height / 2), Math.Max(10, (Math.Min(width, height) / 2) - 24));
        var hole = r * (Read.Number(series.Trace, "hole") ?? 0);
        var turn = (Read.Number(series.Trace, "rotation") ?? 0) * Math.PI / 180;
        var sectors = Sectors(series, model);
        var backwards = Read.Text(series.Trace, "direction") != "clockwise";
        turn += backwards && sectors.Count > 0 ? sectors[0].Share * 2 * Math.PI : 0;
        foreach (var sector in sectors)
        {
            var sweep = sector.Share * 2 * Math.PI;
            var (a, b) = backwards ? (turn - sweep, turn) : (turn, turn + sweep);
            turn = backwards ? a : b;
            svg.Path(Shape(cx, cy, r, hole, a, b, sector.Share), sector.Color, Paint.Paper, 1.5);
            var middle = (a + b) / 2;
            var (textWidth, textHeight) = RichText.Measure(sector.Text, 12);
            var inside = sector.Share * 2 * Math.PI * r * 0.65 > textWidth && r - hole > textHeight;
            var reach = inside ? hole > 0 ? (r + hole) / 2 : r * 0.65 : r + 12;
            var (x, y) = (cx + (reach * Math.Sin(middle)), cy - (reach * Math.Cos(middle)));
            var paint = inside && Rgba.Parse(sector.Color.Css) is { } background ? Cells.OnTop(background) : Paint.Ink;
            svg.Text(sector.Text, x, y, 12, paint, inside ? "middle" : Math.Sin(middle) >= 0 ? "start" : "end");
        }
    }

    private static string Shape(double cx, double cy, double r, double hole, double a, double b, double share)
    {
        if (share > 0.9999)
        {
            b = a + (2 * Math.PI * 0.9999);
        }

        string At(double radius, double angle) => $"{SvgCanvas.N(cx + (radius * Math.Sin(angle)))},{SvgCanvas.N(cy - (radius * Math.Cos(angle)))}";
        var large = share > 0.5 ? 1 : 0;
        var outer = $"M{At(r, a)}A{SvgCanvas.N(r)},{SvgCanvas.N(r)} 0 {large} 1 {At(r, b)}";
        return hole > 0
            ? $"{outer}L{At(hole, b)}A{SvgCanvas.N(hole)},{SvgCanvas.N(hole)} 0 {large} 0 {At(hole, a)}Z"
            : $"{outer}L{SvgCanvas.N(cx)},{SvgCanvas.N(cy)}Z";
    }
}
