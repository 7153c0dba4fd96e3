// Error bars: from data, percent, a constant or the square root of the value.

namespace Plotly.NET.Rendering;

/// <summary>Ends and drawing of error bars.</summary>
internal static class ErrorBars
{
    /// <summary>The ends of the error bar of a datum in scale coordinates, given the datum's own; none where there is no bar.</summary>
    public static Func<int, double, double[]> Of(Series series, bool horizontal)
    {
        var spec = Read.Object(series.Trace, horizontal ? "error_x" : "error_y");
        if (spec is null || Read.Truth(spec, "visible") == false)
        {
            return (_, _) => [];
        }

        var axis = horizontal ? series.X! : series.Y!;
        var up = Read.List(spec, "array");
        var down = Read.List(spec, "arrayminus");
        var symmetric = Read.Truth(spec, "symmetric") ?? down is null;
        var type = Read.Text(spec, "type") ?? (up is null ? "percent" : "data");
        var value = Read.Number(spec, "value") ?? 10;
        return (i, at) =>
        {
            var centre = axis.Kind == AxisKind.Log ? Math.Pow(10, at) : at;
            var plus = type switch
            {
                "data" => up is not null && i < up.Length ? Axis.NumberOf(up[i]) ?? double.NaN : double.NaN,
                "constant" => value,
                "sqrt" => Math.Sqrt(Math.Abs(centre)),
                _ => Math.Abs(centre) * value / 100,
            };
            var minus = symmetric || down is null ? plus : i < down.Length ? Axis.NumberOf(down[i]) ?? double.NaN : double.NaN;
            if (!double.IsFinite(plus) && !double.IsFinite(minus))
            {
                return [];
            }

            var (low, high) = (centre - (double.IsFinite(minus) ? minus : 0), centre + (double.IsFinite(plus) ? plus : 0));
            return axis.Kind == AxisKind.Log
                ? [low > 0 ? Math.Log10(low) : double.NegativeInfinity, high > 0 ? Math.Log10(high) : double.NaN]
                : [low, high];
        };
    }

    public static void Draw(SvgCanvas svg, Series series, bool horizontal, int datum, double x, double y, Paint color)
    {
        var spec = Read.Object(series.Trace, horizontal ? "error_x" : "error_y");
        var ends = Of(series, horizontal)(datum, horizontal ? x : y);
        if (ends.Length == 0)
        {
            return;
        }

        var paint = Rgba.Parse(Read.Text(spec, "color")) is { } own ? Paint.Named(own) : color;
        var thickness = Read.Number(spec, "thickness") ?? 1.5;
        var cap = Read.Number(spec, "width") ?? 4;
        var (px, py) = (series.X!.Pixel(x), series.Y!.Pixel(y));
        var axis = horizontal ? series.X! : series.Y!;
        var low = double.IsFinite(ends[0]) ? axis.Pixel(ends[0]) : axis.Start;
        var high = axis.Pixel(ends[1]);
        if (horizontal)
        {
            svg.Line(low, py, high, py, paint, thickness);
            svg.Line(low, py - cap, low, py + cap, paint, thickness);
            svg.Line(high, py - cap, high, py + cap, paint, thickness);
        }
        else
        {
            svg.Line(px, low, px, high, paint, thickness);
            svg.Line(px - cap, low, px + cap, low, paint, thickness);
            svg.Line(px - cap, high, px + cap, high, paint, thickness);
        }
    }
}
