// Tables in text: columns under their heads, cut where the line is full.

namespace Plotly.NET.Rendering;

/// <summary>Draws table series.</summary>
internal static class TextTable
{
    private const int MostRows = 60;

    public static IReadOnlyList<string> Draw(TextPicture picture, Series series, int width)
    {
        var head = TableDrawing.Columns(Read.Object(series.Trace, "header"));
        var cells = TableDrawing.Columns(Read.Object(series.Trace, "cells"));
        var columns = Math.Max(head.Length, cells.Length);
        string At(string[][] part, int column, int row) => column < part.Length && row < part[column].Length ? picture.Glyphs.Label(part[column][row]) : "";
        var rows = cells.Select(c => c.Length).DefaultIfEmpty(0).Max();
        var widths = Enumerable.Range(0, columns).Select(c => Enumerable.Range(0, rows).Select(r => At(cells, c, r).Length).Append(At(head, c, 0).Length).Max()).ToArray();
        List<string> lines = [];
        if (head.Length > 0)
        {
            lines.Add(Line(c => At(head, c, 0)));
            lines.Add(Line(c => new string(picture.Glyphs.Level, widths[c])));
        }

        lines.AddRange(Enumerable.Range(0, Math.Min(rows, MostRows)).Select(r => Line(c => At(cells, c, r))));
        if (rows > MostRows)
        {
            lines.Add($"... and {rows - MostRows} more rows");
        }

        return lines;

        string Line(Func<int, string> cell)
        {
            var line = string.Join("  ", Enumerable.Range(0, columns).Select(c => cell(c).PadRight(widths[c])));
            return line.Length <= width ? line : line[..(width - 3)] + "...";
        }
    }
}
