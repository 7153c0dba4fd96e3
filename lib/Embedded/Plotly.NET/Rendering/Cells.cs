// Heat maps: one coloured cell for each entry of a matrix. Small ones are rectangles, large ones one picture.

using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Draws matrices as cells.</summary>
internal static class Cells
{
    private const int MostRectangles = 1024;

    /// <summary>The borders between cells in scale coordinates, one more than cells; half-way between centres.</summary>
    public static double[] Edges(Series series, Axis axis, object?[]? values, int count)
    {
        if (count == 0)
        {
            return [];
        }

        if (values is not null && values.Length == count + 1 && axis.Kind != AxisKind.Category)
        {
            return [.. values.Select(axis.Coordinate)];
        }

        var centres = Centres(axis, values, count);
        var edges = new double[count + 1];
        for (var i = 1; i < count; i++)
        {
            edges[i] = (centres[i - 1] + centres[i]) / 2;
        }

        var first = count > 1 ? centres[1] - centres[0] : 1;
        var last = count > 1 ? centres[^1] - centres[^2] : 1;
        edges[0] = centres[0] - (first / 2);
        edges[^1] = centres[^1] + (last / 2);
        return edges;
    }

    public static double[] Centres(Axis axis, object?[]? values, int count) =>
        [.. Enumerable.Range(0, count).Select(i => values is not null && i < values.Length ? axis.Coordinate(values[i]) : axis.Kind == AxisKind.Log ? Math.Log10(Math.Max(1, i)) : i)];

    public static void Draw(SvgCanvas svg, Series series, FigureModel model)
    {
        var rows = series.Z.Length;
        var columns = rows == 0 ? 0 : series.Z.Max(r => r.Length);
        if (rows == 0 || columns == 0)
        {
            return;
        }

        var colors = ValueColors.Of(series, model);
        var xs = Edges(series, series.X!, series.XValues, columns).Select(series.X!.Pixel).ToArray();
        var ys = Edges(series, series.Y!, series.YValues, rows).Select(series.Y!.Pixel).ToArray();
        var xGap = Read.Number(series.Trace, "xgap") ?? 0;
        var yGap = Read.Number(series.Trace, "ygap") ?? 0;
        var smooth = Read.Value(series.Trace, "zsmooth") is "best" or "fast";

        if (smooth || (rows * columns > MostRectangles && xGap == 0 && yGap == 0 && Even(xs) && Even(ys)))
        {
            DrawPicture(svg, series, colors, columns, xs, ys, smooth);
        }
        else
        {
            for (var j = 0; j < rows; j++)
            {
                for (var i = 0; i < series.Z[j].Length; i++)
                {
                    if (double.IsFinite(series.Z[j][i]))
                    {
                        var color = Paint.Of(colors.At(series.Z[j][i])).Fade(series.Opacity);
                        var solid = color.Opacity >= 1;
                        var (x, y) = (Reach(xs, i, solid && xGap == 0), Reach(ys, j, solid && yGap == 0));
                        var (left, top) = (Math.Min(xs[i], x), Math.Min(ys[j], y));
                        var (width, height) = (Math.Abs(x - xs[i]), Math.Abs(y - ys[j]));
                        svg.Rect(left + (xGap / 2), top + (yGap / 2), width - xGap, height - yGap, color, extra: xGap == 0 ? " shape-rendering=\"crispEdges\"" : "");
                    }
                }
            }
        }

        DrawTexts(svg, series, colors, xs, ys);
    }

    /// <summary>Where a cell ends: a little under its next neighbour, which is drawn over it, so that no seam shows between them.</summary>
    private static double Reach(double[] edges, int i, bool under) =>
        edges[i + 1] + (under && i + 2 < edges.Length ? 0.5 * Math.Sign(edges[i + 1] - edges[i]) : 0);

    private static void DrawTexts(SvgCanvas svg, Series series, ValueColors colors, double[] xs, double[] ys)
    {
        if (Read.List(series.Trace, "text") is not { } rows || Read.Text(series.Trace, "texttemplate") is null && rows.Length != series.Z.Length)
        {
            return;
        }

        for (var j = 0; j < series.Z.Length && j < rows.Length; j++)
        {
            var row = Read.List(rows[j]) ?? [];
            for (var i = 0; i < series.Z[j].Length && i < row.Length; i++)
            {
                var text = Convert.ToString(row[i], CultureInfo.InvariantCulture) ?? "";
                var size = Math.Min(12, Math.Abs(ys[j + 1] - ys[j]) * 0.7);
                if (size >= 6 && RichText.Measure(text, size).Width < Math.Abs(xs[i + 1] - xs[i]))
                {
                    svg.Text(text, (xs[i] + xs[i + 1]) / 2, (ys[j] + ys[j + 1]) / 2, size, OnTop(colors.At(series.Z[j][i])), "middle");
                }
            }
        }
    }

    /// <summary>Black or white, whichever reads better on a colour.</summary>
    public static Paint OnTop(Rgba background) => new(background.Luminance > 0.18 ? "#000000" : "#ffffff");

    private static void DrawPicture(SvgCanvas svg, Series series, ValueColors colors, int columns, double[] xs, double[] ys, bool smooth)
    {
        var rows = series.Z.Length;
        var pixels = new byte[rows * columns * 4];
        var (flipX, flipY) = (xs[^1] < xs[0], ys[^1] < ys[0]);
        for (var j = 0; j < rows; j++)
        {
            var row = series.Z[flipY ? rows - 1 - j : j];
            for (var i = 0; i < columns; i++)
            {
                var source = flipX ? columns - 1 - i : i;
                if (source < row.Length && double.IsFinite(row[source]))
                {
                    var color = colors.At(row[source]);
                    var at = ((j * columns) + i) * 4;
                    pixels[at] = (byte)Math.Round(color.R);
                    pixels[at + 1] = (byte)Math.Round(color.G);
                    pixels[at + 2] = (byte)Math.Round(color.B);
                    pixels[at + 3] = (byte)Math.Round(255 * color.A * series.Opacity);
                }
            }
        }

        var (left, top) = (Math.Min(xs[0], xs[^1]), Math.Min(ys[0], ys[^1]));
        svg.Image(left, top, Math.Abs(xs[^1] - xs[0]), Math.Abs(ys[^1] - ys[0]), Png.DataUri(pixels, columns, rows), pixelated: !smooth);
    }

    private static bool Even(double[] edges)
    {
        var width = (edges[^1] - edges[0]) / (edges.Length - 1);
        for (var i = 1; i < edges.Length; i++)
        {
            if (Math.Abs(edges[i] - edges[i - 1] - width) > Math.Abs(width) * 0.01)
            {
                return false;
            }
        }

        return true;
    }
}
