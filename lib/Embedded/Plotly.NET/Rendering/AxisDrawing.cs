// Grids, axis lines, ticks, labels and axis titles.

namespace Plotly.NET.Rendering;

/// <summary>Draws axes.</summary>
internal static class AxisDrawing
{
    private const double LabelGap = 5;

    /// <summary>The room that ticks, labels and title take beside the plot.</summary>
    public static double Room(Axis axis, bool labels)
    {
        if (!axis.Visible)
        {
            return 0;
        }

        var room = TickLength(axis) + (labels && axis.ShowsLabels ? LabelGap + LabelDepth(axis) : 0);
        return room + (labels && axis.Title.Length > 0 ? TitleHeight(axis) + 6 : 0);
    }

    public static void Grid(SvgCanvas svg, Panel panel)
    {
        foreach (var axis in new[] { panel.X, panel.Y }.Where(a => a.Visible))
        {
            if (Read.Truth(axis.Spec, "showgrid") ?? !(axis.Kind == AxisKind.Category && axis.Horizontal))
            {
                var paint = Color(axis, "gridcolor") ?? Paint.Quiet.Fade(0.25);
                foreach (var tick in axis.Ticks)
                {
                    Across(svg, panel, axis, axis.Pixel(tick.At), tick.Minor ? paint.Fade(0.5) : paint, Read.Number(axis.Spec, "gridwidth") ?? 1);
                }
            }

            if (Read.Truth(axis.Spec, "zeroline") == true && axis.Kind == AxisKind.Linear && axis.Low < 0 && axis.High > 0)
            {
                Across(svg, panel, axis, axis.Pixel(0), Color(axis, "zerolinecolor") ?? Paint.Quiet, Read.Number(axis.Spec, "zerolinewidth") ?? 1);
            }
        }
    }

    public static void Draw(SvgCanvas svg, Panel panel)
    {
        foreach (var axis in panel.Axes.Where(a => a.Visible))
        {
            var labels = axis.Horizontal ? panel.ShowsXLabels : panel.ShowsYLabels;
            if (axis.Horizontal)
            {
                DrawX(svg, panel, axis, labels);
            }
            else
            {
                DrawY(svg, panel, axis, labels);
            }
        }
    }

    private static void DrawX(SvgCanvas svg, Panel panel, Axis axis, bool labels)
    {
        var (line, away) = axis.OnFarSide ? (panel.Top, -1.0) : (panel.Top + panel.Height, 1.0);
        var tickLength = TickLength(axis);
        if (Read.Truth(axis.Spec, "showline") ?? true)
        {
            var paint = Color(axis, "linecolor") ?? Paint.Quiet;
            svg.Line(panel.Left, line, panel.Left + panel.Width, line, paint);
            if (Read.Value(axis.Spec, "mirror") is not null and not false)
            {
                var other = axis.OnFarSide ? panel.Top + panel.Height : panel.Top;
                svg.Line(panel.Left, other, panel.Left + panel.Width, other, paint);
            }
        }

        foreach (var tick in axis.Ticks)
        {
            var x = axis.Pixel(tick.At);
            if (tickLength > 0)
            {
                svg.Line(x, line, x, line + (away * tickLength), Color(axis, "tickcolor") ?? Paint.Quiet);
            }

            if (!labels || !axis.ShowsLabels || tick.Label.Length == 0)
            {
                continue;
            }

            var (width, height) = RichText.Measure(tick.Label, axis.FontSize);
            var start = line + (away * (tickLength + LabelGap));
            if (axis.LabelAngle == 0)
            {
                svg.Text(tick.Label, x, start + (away * height / 2), axis.FontSize, TickPaint(axis), "middle");
            }
            else
            {
                var below = away > 0 == axis.LabelAngle < 0;
                svg.Text(tick.Label, x, start + (away * height * 0.3), axis.FontSize, TickPaint(axis), below ? "end" : "start", axis.LabelAngle);
            }
        }

        if (labels && axis.Title.Length > 0)
        {
            var size = TitleSize(axis);
            var y = line + (away * (Room(axis, labels) - (TitleHeight(axis) / 2)));
            svg.Text(axis.Title, panel.Left + (panel.Width / 2), y, Fit(axis.Title, size, Math.Max(panel.Width, 60) + 60), TitlePaint(axis), "middle");
        }
    }

    private static void DrawY(SvgCanvas svg, Panel panel, Axis axis, bool labels)
    {
        var (line, away) = axis.OnFarSide ? (panel.Left + panel.Width, 1.0) : (panel.Left, -1.0);
        var tickLength = TickLength(axis);
        if (Read.Truth(axis.Spec, "showline") ?? true)
        {
            var paint = Color(axis, "linecolor") ?? Paint.Quiet;
            svg.Line(line, panel.Top, line, panel.Top + panel.Height, paint);
            if (Read.Value(axis.Spec, "mirror") is not null and not false)
            {
                var other = axis.OnFarSide ? panel.Left : panel.Left + panel.Width;
                svg.Line(other, panel.Top, other, panel.Top + panel.Height, paint);
            }
        }

        foreach (var tick in axis.Ticks)
        {
            var y = axis.Pixel(tick.At);
            if (tickLength > 0)
            {
                svg.Line(line, y, line + (away * tickLength), y, Color(axis, "tickcolor") ?? Paint.Quiet);
            }

            if (labels && axis.ShowsLabels && tick.Label.Length > 0)
            {
                svg.Text(tick.Label, line + (away * (tickLength + LabelGap)), y, axis.FontSize, TickPaint(axis), away < 0 ? "end" : "start");
            }
        }

        if (labels && axis.Title.Length > 0)
        {
            var size = TitleSize(axis);
            var x = line + (away * (Room(axis, labels) - (TitleHeight(axis) / 2)));
            svg.Text(axis.Title, x, panel.Top + (panel.Height / 2), Fit(axis.Title, size, panel.Height + 30), TitlePaint(axis), "middle", away < 0 ? -90 : 90);
        }
    }

    private static void Across(SvgCanvas svg, Panel panel, Axis axis, double at, Paint paint, double width)
    {
        if (axis.Horizontal)
        {
            svg.Line(at, panel.Top, at, panel.Top + panel.Height, paint, width);
        }
        else
        {
            svg.Line(panel.Left, at, panel.Left + panel.Width, at, paint, width);
        }
    }

    private static double LabelDepth(Axis axis)
    {
        var depth = 0.0;
        var turn = Math.Abs(axis.LabelAngle) * Math.PI / 180;
        foreach (var tick in axis.Ticks.Where(t => t.Label.Length > 0))
        {
            var (width, height) = RichText.Measure(tick.Label, axis.FontSize);
            depth = Math.Max(depth, !axis.Horizontal ? width : axis.LabelAngle == 0 ? height : (width * Math.Sin(turn)) + (height * Math.Cos(turn)));
        }

        return depth;
    }

    private static double TickLength(Axis axis) => Read.Text(axis.Spec, "ticks") is "outside" ? Read.Number(axis.Spec, "ticklen") ?? 4 : 0;

    private static double TitleSize(Axis axis) => Read.Number(Read.Object(Read.Object(axis.Spec, "title"), "font"), "size") ?? axis.FontSize + 1;

    private static double TitleHeight(Axis axis) => RichText.Measure(axis.Title, TitleSize(axis)).Height;

    private static double Fit(string text, double size, double room)
    {
        var width = RichText.Measure(text, size).Width;
        return width <= room ? size : Math.Max(8, size * room / width);
    }

    private static Paint TickPaint(Axis axis) => Color(axis, "color") ?? Paint.Quiet;

    private static Paint TitlePaint(Axis axis) => Color(axis, "color") ?? Paint.Ink;

    private static Paint? Color(Axis axis, string key) => Rgba.Parse(Read.Text(axis.Spec, key)) is { } color ? Paint.Of(color) : null;
}
