// Boxes with whiskers within axes, in text.

namespace Plotly.NET.Rendering;

/// <summary>Draws box and violin series beside other series.</summary>
internal static class TextBoxes
{
    public static void Draw(Series series, TextCanvas canvas)
    {
        var glyphs = canvas.Glyphs;
        var upright = Distributions.Upright(series);
        var (across, along) = upright ? (series.X!, series.Y!) : (series.Y!, series.X!);
        var half = Math.Abs(across.Pixel(1) - across.Pixel(0)) * 0.35;
        foreach (var (at, values) in Distributions.Groups(series))
        {
            var box = Statistics.Box(values);
            var centre = across.Pixel(at);
            var (low, q1, median, q3, high) = (along.Pixel(box.Low), along.Pixel(box.Q1), along.Pixel(box.Median), along.Pixel(box.Q3), along.Pixel(box.High));
            Line(low, 0, q1, 0, glyphs.Upright);
            Line(q3, 0, high, 0, glyphs.Upright);
            foreach (var side in new[] { -half, half })
            {
                Line(q1, side, q3, side, glyphs.Upright);
            }

            foreach (var end in new[] { q1, median, q3 })
            {
                Line(end, -half, end, half, glyphs.Level);
            }

            foreach (var outlier in box.Outliers.Select(along.Pixel))
            {
                canvas.Mark(upright ? centre : outlier, upright ? outlier : centre, glyphs.Outlier);
            }

            void Line(double a0, double c0, double a1, double c1, char plain)
            {
                var ((x0, y0), (x1, y1)) = upright ? ((centre + c0, a0), (centre + c1, a1)) : ((a0, centre + c0), (a1, centre + c1));
                canvas.Line(x0, y0, x1, y1, plain);
            }
        }
    }
}
