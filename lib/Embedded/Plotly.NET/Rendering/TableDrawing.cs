// Tables: a head, rows below it, columns as wide as their contents ask within the place there is.

using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Draws table series.</summary>
internal static class TableDrawing
{
    private const double Size = 12;
    private const double RowHeight = 22;

    public static void Draw(SvgCanvas svg, Series series, double left, double top, double width, double height)
    {
        var head = Columns(Read.Object(series.Trace, "header"));
        var cells = Columns(Read.Object(series.Trace, "cells"));
        var columns = Math.Max(head.Length, cells.Length);
        if (columns == 0)
        {
            return;
        }

        var wanted = Enumerable.Range(0, columns)
            .Select(c => 16 + (c < head.Length ? head[c] : []).Concat(c < cells.Length ? cells[c] : []).Select(t => RichText.Measure(t, Size).Width).DefaultIfEmpty(20).Max())
            .ToArray();
        var given = Read.List(series.Trace, "columnwidth")?.Select(v => Read.Number(v) ?? 1).ToArray();
        var share = given is { Length: > 0 } ? Enumerable.Range(0, columns).Select(c => given[Math.Min(c, given.Length - 1)]).ToArray() : wanted;
        var widths = share.Select(w => w / share.Sum() * width).ToArray();

        var y = top;
        Row(svg, head, 0, ref y, left, widths, head: true);
        var rows = cells.Select(c => c.Length).DefaultIfEmpty(0).Max();
        for (var r = 0; r < rows; r++)
        {
            if (y + (2 * RowHeight) > top + height && r < rows - 1)
            {
                svg.Text(string.Create(CultureInfo.InvariantCulture, $"… {rows - r} more rows"), left + 8, y + (RowHeight / 2), Size, Paint.Quiet);
                return;
            }

            Row(svg, cells, r, ref y, left, widths, head: false);
        }
    }

    private static void Row(SvgCanvas svg, string[][] columns, int row, ref double y, double left, double[] widths, bool head)
    {
        if (columns.Length == 0)
        {
            return;
        }

        if (head)
        {
            svg.Rect(left, y, widths.Sum(), RowHeight, Paint.Quiet.Fade(0.15));
        }

        var x = left;
        for (var c = 0; c < widths.Length; c++)
        {
            var text = c < columns.Length && row < columns[c].Length ? columns[c][row] : "";
            svg.Text(Shorten(text, widths[c] - 12), x + 8, y + (RowHeight / 2), Size, Paint.Ink, bold: head);
            x += widths[c];
        }

        y += RowHeight;
        svg.Line(left, y, x, y, Paint.Quiet.Fade(head ? 0.8 : 0.25));
    }

    private static string Shorten(string text, double width)
    {
        if (RichText.Measure(text, Size).Width <= width)
        {
            return text;
        }

        var plain = RichText.Plain(text);
        while (plain.Length > 1 && TextMetrics.Width(plain + "…", Size) > width)
        {
            plain = plain[..^1];
        }

        return plain + "…";
    }

    /// <summary>The texts of a head or a body by columns.</summary>
    public static string[][] Columns(PlotlyObject? part) =>
        Read.List(part, "values")?.Select(column => (Read.List(column) ?? [column]).Select(Text).ToArray()).ToArray() ?? [];

    private static string Text(object? value) => value switch
    {
        double or float => NumberFormat.Short(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
