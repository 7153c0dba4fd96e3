// A small matrix in text, such as a confusion matrix: its numbers, each with a shade, under and beside their names.

using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Draws small heat maps as numbers.</summary>
internal static class TextNumbers
{
    private const int MostRows = 24;
    private const int WidestName = 20;

    /// <summary>Whether a plot is one heat map whose numbers have room.</summary>
    public static bool Fit(TextPicture picture, Panel panel, int width)
    {
        if (panel.Series.Where(s => s.Visible).ToList() is not [{ Kind: "heatmap" } series] || series.Z.Length is 0 or > MostRows || series.Z[0].Length == 0)
        {
            return false;
        }

        var (names, heads, cells) = Parts(picture, series);
        return names.Max(n => n.Length) + 2 + (cells[0].Length * (Cell(heads, cells) + 3)) <= width;
    }

    public static IReadOnlyList<string> Draw(TextPicture picture, Panel panel)
    {
        var glyphs = picture.Glyphs;
        var series = panel.Series.Single(s => s.Visible);
        var colors = ValueColors.Of(series, picture.Model);
        var (names, heads, cells) = Parts(picture, series);
        var (left, each) = (names.Max(n => n.Length), Cell(heads, cells));
        List<string> lines = [];
        if (glyphs.Label(series.Y!.Title) is { Length: > 0 } side)
        {
            lines.Add(side);
        }

        // The first row is at the bottom unless the axis grows downwards.
        var order = Enumerable.Range(0, cells.Length);
        foreach (var j in series.Y.From < series.Y.To ? order.Reverse() : order)
        {
            var row = cells[j].Select((text, i) => $"  {text.PadLeft(each)}{Shade(j, i)}");
            lines.Add($"{names[j].PadLeft(left)} {glyphs.Upright}{string.Concat(row)}");
        }

        lines.Add($"{new string(' ', left + 1)}{glyphs.Corner}{new string(glyphs.Level, cells[0].Length * (each + 3))}");
        lines.Add($"{new string(' ', left + 2)}{string.Concat(heads.Select(h => $"  {h.PadLeft(each)} "))}");
        if (glyphs.Label(series.X!.Title) is { Length: > 0 } below)
        {
            lines.Add($"{new string(' ', left + 2)}{new string(' ', Math.Max(0, ((cells[0].Length * (each + 3)) - below.Length) / 2))}{below}");
        }

        return lines;

        char Shade(int j, int i) => i < series.Z[j].Length && double.IsFinite(series.Z[j][i]) ? glyphs.Shade((series.Z[j][i] - colors.Low) / (colors.High - colors.Low)) : ' ';
    }

    private static int Cell(string[] heads, string[][] cells) => Math.Max(heads.Max(h => h.Length), cells.Max(r => r.Max(c => c.Length)));

    private static (string[] Names, string[] Heads, string[][] Cells) Parts(TextPicture picture, Series series)
    {
        var glyphs = picture.Glyphs;
        var columns = series.Z.Max(r => r.Length);
        var texts = Read.List(series.Trace, "text");
        var cells = series.Z.Select((row, j) => Enumerable.Range(0, columns).Select(i =>
        {
            var text = texts is not null && j < texts.Length && Read.List(texts[j]) is { } line && i < line.Length ? Convert.ToString(line[i], CultureInfo.InvariantCulture) : null;
            return glyphs.Label(text ?? (i < row.Length && double.IsFinite(row[i]) ? NumberFormat.Short(row[i]) : ""));
        }).ToArray()).ToArray();
        string[] Names(Axis axis, object?[]? values, int count) =>
            [.. Cells.Centres(axis, values, count).Select(at => Cut(glyphs.Label(axis.Kind == AxisKind.Category && at >= 0 && at < axis.Categories.Count ? axis.Categories[(int)at] : NumberFormat.Short(at))))];
        return (Names(series.Y!, series.YValues, cells.Length), Names(series.X!, series.XValues, columns), cells);
    }

    private static string Cut(string name) => name.Length <= WidestName ? name : name[..(WidestName - 2)] + "..";
}
