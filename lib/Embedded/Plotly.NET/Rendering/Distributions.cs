// Box plots and violins: samples grouped by the other axis.

namespace Plotly.NET.Rendering;

/// <summary>Draws box and violin series.</summary>
internal static class Distributions
{
    /// <summary>Whether the samples are on the y axis.</summary>
    public static bool Upright(Series series) =>
        !series.Horizontal && Read.Value(series.Trace, "y") is not null || Read.Value(series.Trace, "x") is null;

    /// <summary>The samples by their place on the other axis, in scale coordinates.</summary>
    public static IEnumerable<(double At, double[] Values)> Groups(Series series)
    {
        var upright = Upright(series);
        var values = new List<(double At, double Value)>();
        for (var i = 0; i < series.Count; i++)
        {
            var (at, value) = upright ? (series.XAt(i), series.YAt(i)) : (series.YAt(i), series.XAt(i));
            if (double.IsFinite(at) && double.IsFinite(value))
            {
                values.Add((at, value));
            }
        }

        return values.GroupBy(v => v.At).Select(g => (g.Key, g.Select(v => v.Value).ToArray()));
    }

    /// <summary>Where the outline of a violin ends: two bandwidths beyond its samples.</summary>
    public static (double From, double To) Span(Series series, double[] values)
    {
        var (low, high) = (values.Min(), values.Max());
        if (Read.Text(series.Trace, "spanmode") == "hard")
        {
            return (low, high);
        }

        var box = Statistics.Box(values);
        var spread = Math.Min(box.Deviation, (box.Q3 - box.Q1) / 1.349);
        spread = spread > 0 ? spread : box.Deviation;
        var reach = 2 * (Read.Number(series.Trace, "bandwidth") ?? (0.9 * spread * Math.Pow(values.Length, -0.2)));
        return (low - reach, high + reach);
    }

    public static void Draw(SvgCanvas svg, Series series, FigureModel model)
    {
        var upright = Upright(series);
        var across = upright ? series.X! : series.Y!;
        var along = upright ? series.Y! : series.X!;
        var siblings = model.Series.Where(s => s.Visible && s.Kind == series.Kind && (upright ? s.X : s.Y) == across).ToList();
        var mode = Read.Text(model.Layout, series.Kind == "box" ? "boxmode" : "violinmode");
        var grouped = mode == "group";
        var unit = Math.Abs(across.Pixel(1) - across.Pixel(0));
        var each = unit / (grouped ? siblings.Count : 1);
        var shift = grouped ? (siblings.IndexOf(series) - ((siblings.Count - 1) / 2.0)) * each : 0;
        var half = Math.Min(each * 0.35, 60);
        foreach (var (at, values) in Groups(series))
        {
            var centre = across.Pixel(at) + shift;
            if (series.Kind == "violin")
            {
                DrawViolin(svg, series, along, upright, centre, half, values);
            }
            else
            {
                DrawBox(svg, series, along, upright, centre, half, values);
            }
        }
    }

    private static void DrawBox(SvgCanvas svg, Series series, Axis along, bool upright, double centre, double half, double[] values)
    {
        var box = Statistics.Box(values);
        var line = Read.Object(series.Trace, "line");
        var stroke = Rgba.Parse(Read.Text(line, "color")) is { } own ? Paint.Named(own) : series.Color;
        var width = Read.Number(line, "width") ?? 2;
        var fill = Rgba.Parse(Read.Text(series.Trace, "fillcolor")) is { } inside ? Paint.Named(inside) : series.Color.Fade(0.35);
        var (q1, median, q3, low, high) = (along.Pixel(box.Q1), along.Pixel(box.Median), along.Pixel(box.Q3), along.Pixel(box.Low), along.Pixel(box.High));

        void Segment(double a1, double c1, double a2, double c2, double w) =>
            svg.Line(upright ? c1 : a1, upright ? a1 : c1, upright ? c2 : a2, upright ? a2 : c2, stroke, w);

        if (upright)
        {
            svg.Rect(centre - half, Math.Min(q1, q3), 2 * half, Math.Abs(q3 - q1), fill, stroke, width);
        }
        else
        {
            svg.Rect(Math.Min(q1, q3), centre - half, Math.Abs(q3 - q1), 2 * half, fill, stroke, width);
        }

        var cap = half * (Read.Number(series.Trace, "whiskerwidth") ?? 0.5);
        Segment(q1, centre, low, centre, width);
        Segment(q3, centre, high, centre, width);
        Segment(low, centre - cap, low, centre + cap, width);
        Segment(high, centre - cap, high, centre + cap, width);
        Segment(median, centre - half, median, centre + half, width + 0.5);
        if (Read.Value(series.Trace, "boxmean") is true or "sd")
        {
            var mean = along.Pixel(box.Mean);
            svg.Line(upright ? centre - half : mean, upright ? mean : centre - half, upright ? centre + half : mean, upright ? mean : centre + half, stroke, width, "3,3");
        }

        var points = Read.Value(series.Trace, "boxpoints");
        var shown = points is false ? [] : points is "all" ? values : box.Outliers;
        DrawSamples(svg, series, along, upright, centre + (points is "all" ? half * (Read.Number(series.Trace, "pointpos") ?? -1.5) : 0), half, shown);
    }

    private static void DrawViolin(SvgCanvas svg, Series series, Axis along, bool upright, double centre, double half, double[] values)
    {
        const int Steps = 60;
        var (from, to) = Span(series, values);
        if (!(to > from))
        {
            (from, to) = (from - 0.5, to + 0.5);
        }

        var places = Enumerable.Range(0, Steps + 1).Select(i => from + ((to - from) * i / Steps)).ToArray();
        var density = Statistics.Density(values, places, Read.Number(series.Trace, "bandwidth"));
        var top = density.Max();
        var side = Read.Text(series.Trace, "side") ?? "both";
        string At(int i, double sign)
        {
            var (a, c) = (along.Pixel(places[i]), centre + (sign * half * density[i] / top));
            return upright ? $"{SvgCanvas.N(c)},{SvgCanvas.N(a)}" : $"{SvgCanvas.N(a)},{SvgCanvas.N(c)}";
        }

        var forth = Enumerable.Range(0, Steps + 1).Select(i => At(i, side == "negative" ? 0 : 1));
        var back = Enumerable.Range(0, Steps + 1).Reverse().Select(i => At(i, side == "positive" ? 0 : -1));
        var line = Read.Object(series.Trace, "line");
        var stroke = Rgba.Parse(Read.Text(line, "color")) is { } own ? Paint.Named(own) : series.Color;
        var fill = Rgba.Parse(Read.Text(series.Trace, "fillcolor")) is { } inside ? Paint.Named(inside) : series.Color.Fade(0.35);
        svg.Path("M" + string.Join("L", forth.Concat(back)) + "Z", fill, stroke, Read.Number(line, "width") ?? 1.5);

        var box = Statistics.Box(values);
        if (Read.Truth(Read.Object(series.Trace, "box"), "visible") == true)
        {
            var w = half * (Read.Number(Read.Object(series.Trace, "box"), "width") ?? 0.25);
            var (q1, q3, median) = (along.Pixel(box.Q1), along.Pixel(box.Q3), along.Pixel(box.Median));
            if (upright)
            {
                svg.Rect(centre - w, Math.Min(q1, q3), 2 * w, Math.Abs(q3 - q1), Paint.Paper.Fade(0.6), stroke, 1.5);
                svg.Line(centre - w, median, centre + w, median, stroke, 2);
            }
            else
            {
                svg.Rect(Math.Min(q1, q3), centre - w, Math.Abs(q3 - q1), 2 * w, Paint.Paper.Fade(0.6), stroke, 1.5);
                svg.Line(median, centre - w, median, centre + w, stroke, 2);
            }
        }

        if (Read.Truth(Read.Object(series.Trace, "meanline"), "visible") == true)
        {
            var mean = along.Pixel(box.Mean);
            svg.Line(upright ? centre - half : mean, upright ? mean : centre - half, upright ? centre + half : mean, upright ? mean : centre + half, stroke, 1.5, "3,3");
        }

        var points = Read.Value(series.Trace, "points");
        if (points is "all" or "outliers" or "suspectedoutliers")
        {
            DrawSamples(svg, series, along, upright, centre + (points is "all" ? half * (Read.Number(series.Trace, "pointpos") ?? -1.5) : 0), half, points is "all" ? values : box.Outliers);
        }
    }

    private static void DrawSamples(SvgCanvas svg, Series series, Axis along, bool upright, double centre, double half, double[] values)
    {
        var jitter = (Read.Number(series.Trace, "jitter") ?? (Read.Value(series.Trace, "boxpoints") is "all" ? 0.3 : 0)) * half;
        var size = Read.Number(Read.Object(series.Trace, "marker"), "size") ?? 5;
        for (var i = 0; i < values.Length; i++)
        {
            // The golden ratio spreads neighbours evenly and always the same way.
            var c = centre + (jitter * ((2 * ((i * 0.6180339887) % 1)) - 1));
            var a = along.Pixel(values[i]);
            svg.Circle(upright ? c : a, upright ? a : c, size / 2, series.Color.Fade(0.8));
        }
    }
}
