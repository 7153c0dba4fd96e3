// Contour plots: filled regions between round levels, their lines, and the levels as labels.

using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Draws contour series.</summary>
internal static class ContourDrawing
{
    /// <summary>The levels of a series: what it says, else round numbers, at most <c>ncontours</c> (15).</summary>
    public static double[] Levels(Series series, ValueColors colors)
    {
        var spec = Read.Object(series.Trace, "contours");
        double start, end, size;
        if (Read.Number(spec, "size") is { } given and > 0)
        {
            size = given;
            start = Read.Number(spec, "start") ?? Math.Ceiling(colors.Low / size) * size;
            end = Read.Number(spec, "end") ?? colors.High;
        }
        else
        {
            size = Ticks.NiceStep((colors.High - colors.Low) / (Read.Number(series.Trace, "ncontours") ?? 15));
            start = Math.Ceiling((colors.Low / size) + 1e-9) * size;
            end = colors.High - (size * 1e-9);
        }

        var levels = new List<double>();
        for (var k = 0; k < 500 && start + (k * size) <= end + (size * 1e-9); k++)
        {
            levels.Add(start + (k * size));
        }

        return [.. levels];
    }

    public static void Draw(SvgCanvas svg, Series series, FigureModel model)
    {
        var rows = series.Z.Length;
        var columns = rows == 0 ? 0 : series.Z.Min(r => r.Length);
        if (rows < 2 || columns < 2)
        {
            return;
        }

        var colors = ValueColors.Of(series, model);
        var levels = Levels(series, colors);
        var xs = Cells.Centres(series.X!, series.XValues, columns).Select(series.X!.Pixel).ToArray();
        var ys = Cells.Centres(series.Y!, series.YValues, rows).Select(series.Y!.Pixel).ToArray();
        var coloring = Read.Text(Read.Object(series.Trace, "contours"), "coloring") ?? "fill";
        if (coloring == "heatmap")
        {
            Cells.Draw(svg, series, model);
        }
        else if (coloring == "fill")
        {
            var all = IsoLines.Region(series.Z, xs, ys, double.MinValue);
            svg.Path(all, Paint.Of(Between(colors, levels, -1)).Fade(series.Opacity), evenOdd: true);
            for (var k = 0; k < levels.Length; k++)
            {
                var region = IsoLines.Region(series.Z, xs, ys, levels[k]);
                if (region.Length > 0)
                {
                    svg.Path(region, Paint.Of(Between(colors, levels, k)).Fade(series.Opacity), evenOdd: true);
                }
            }
        }

        var line = Read.Object(series.Trace, "line");
        var width = Read.Number(line, "width") ?? (coloring == "fill" ? 0.5 : 1.5);
        var own = Rgba.Parse(Read.Text(line, "color"));
        var labels = Read.Truth(Read.Object(series.Trace, "contours"), "showlabels") ?? false;
        var taken = new List<(double X, double Y, double Width)>();
        foreach (var level in levels)
        {
            var path = IsoLines.Lines(series.Z, xs, ys, level);
            if (path.Length == 0)
            {
                continue;
            }

            var paint = own is { } color ? Paint.Of(color) : coloring == "lines" ? Paint.Of(colors.At(level)) : new Paint("#000000", 0.55);
            svg.Path(path, Paint.None, paint, width, Points.Dash(Read.Text(line, "dash"), width));
            if (labels)
            {
                Label(svg, path, NumberFormat.Short(level), Cells.OnTop(colors.At(level)), taken);
            }
        }
    }

    /// <summary>The colour of the region above level <paramref name="k"/>: that of the middle to the next.</summary>
    private static Rgba Between(ValueColors colors, double[] levels, int k)
    {
        var below = k < 0 ? colors.Low : levels[k];
        var above = k + 1 < levels.Length ? levels[k + 1] : colors.High;
        return colors.At((below + above) / 2);
    }

    // On the longest piece of the line, where no other label is; lines without such a place stay without.
    private static void Label(SvgCanvas svg, string path, string text, Paint paint, List<(double X, double Y, double Width)> taken)
    {
        const double Size = 10;
        var width = RichText.Measure(text, Size).Width;
        var places = path.Split('M', StringSplitOptions.RemoveEmptyEntries).MaxBy(p => p.Length)!.Split('L');
        for (var k = places.Length / 2; places.Length >= 8 && k < places.Length - 2; k++)
        {
            var at = places[k].Split(',');
            var x = double.Parse(at[0], CultureInfo.InvariantCulture);
            var y = double.Parse(at[1], CultureInfo.InvariantCulture);
            if (taken.TrueForAll(t => Math.Abs(t.X - x) > ((t.Width + width) / 2) + 4 || Math.Abs(t.Y - y) > Size + 4))
            {
                taken.Add((x, y, width));
                svg.Text(text, x, y, Size, paint, "middle");
                return;
            }
        }
    }
}
