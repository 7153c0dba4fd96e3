// The range of each axis: what the layout says, else what the data need, with room for markers, bars and error bars.

namespace Plotly.NET.Rendering;

/// <summary>Finds axis ranges.</summary>
internal static class Ranges
{
    private const double Pad = 0.05;

    public static void Set(FigureModel model)
    {
        var extents = model.Axes.Values.ToDictionary(a => a, _ => new Extent());
        foreach (var series in model.Series.Where(s => s.Visible && s.X is not null))
        {
            Include(series, model, extents[series.X!], extents[series.Y!]);
        }

        foreach (var (axis, extent) in extents)
        {
            Set(axis, extent);
        }
    }

    private static void Set(Axis axis, Extent extent)
    {
        var reversed = Read.Value(axis.Spec, "autorange") is "reversed";
        if (Read.List(axis.Spec, "range") is [var first, var second] && Bound(axis, first) is { } a && Bound(axis, second) is { } b && a != b)
        {
            (axis.From, axis.To) = (a, b);
            return;
        }

        var (low, high) = (extent.Low, extent.High);
        if (low > high)
        {
            (low, high) = axis.Kind == AxisKind.Log ? (0, 1) : axis.Kind == AxisKind.Category ? (-0.5, Math.Max(0.5, axis.Categories.Count - 0.5)) : (0, 1);
            (axis.From, axis.To) = reversed ? (high, low) : (low, high);
            return;
        }

        if (axis.Kind == AxisKind.Category && !extent.Exact)
        {
            (low, high) = (Math.Min(low, -0.5), Math.Max(high, axis.Categories.Count - 0.5));
            extent.PadLow = extent.PadHigh = false;
        }

        if (Read.Text(axis.Spec, "rangemode") is "tozero" or "nonnegative" && axis.Kind == AxisKind.Linear)
        {
            extent.Include(0);
            if (low >= 0)
            {
                (low, extent.PadLow) = (0, false);
            }

            if (high <= 0)
            {
                (high, extent.PadHigh) = (0, false);
            }
        }

        if (high - low <= Math.Abs(high) * 1e-12)
        {
            var half = axis.Kind == AxisKind.Log ? 0.5 : low == 0 ? 1 : Math.Abs(low) * 0.1;
            (low, high) = (low - half, high + half);
        }
        else
        {
            var pad = (high - low) * Math.Max(Pad, extent.Reach * 1.3);
            (low, high) = (extent.PadLow ? low - pad : low, extent.PadHigh ? high + pad : high);
        }

        (axis.From, axis.To) = reversed ? (high, low) : (low, high);
    }

    // A range on a logarithmic axis is given in powers of ten.
    private static double? Bound(Axis axis, object? value) => axis.Kind switch
    {
        AxisKind.Date => Axis.DateOf(value)?.ToOADate() ?? Axis.NumberOf(value),
        _ => Axis.NumberOf(value),
    };

    private static void Include(Series series, FigureModel model, Extent x, Extent y)
    {
        switch (series.Kind)
        {
            case "bar":
                IncludeBars(series, model, x, y);
                break;
            case "heatmap":
                Exact(x, Cells.Edges(series, series.X!, series.XValues, series.Z.Length == 0 ? 0 : series.Z.Max(r => r.Length)));
                Exact(y, Cells.Edges(series, series.Y!, series.YValues, series.Z.Length));
                break;
            case "image":
                var (width, height) = Pictures.Size(series);
                Exact(x, [-0.5, width - 0.5]);
                Exact(y, [-0.5, height - 0.5]);
                if (Read.Value(series.Y!.Spec, "autorange") is null && Read.Value(series.Y.Spec, "range") is null)
                {
                    series.Y.Spec.SetProperty("autorange", "reversed");
                }

                break;
            case "contour":
                Exact(x, Cells.Centres(series.X!, series.XValues, series.Z.Length == 0 ? 0 : series.Z.Max(r => r.Length)));
                Exact(y, Cells.Centres(series.Y!, series.YValues, series.Z.Length));
                break;
            case "box" or "violin":
                IncludeDistributions(series, x, y);
                break;
            default:
                IncludePoints(series, x, y);
                break;
        }
    }

    private static void IncludeBars(Series series, FigureModel model, Extent x, Extent y)
    {
        var (across, along) = series.Horizontal ? (y, x) : (x, y);
        var alongAxis = series.Horizontal ? series.X! : series.Y!;
        var errors = ErrorBars.Of(series, series.Horizontal);
        var labels = Read.Value(series.Trace, "text") is not null && series.Base is null && (Read.Text(series.Trace, "textposition") ?? "auto") is "outside" or "auto";
        foreach (var bar in Bars.Of(series, model))
        {
            across.Include(bar.Near);
            across.Include(bar.Far);
            along.Include(bar.To);
            if (double.IsFinite(bar.From))
            {
                along.Include(bar.From);
            }

            foreach (var end in errors(bar.Datum, bar.To))
            {
                along.Include(end);
            }
        }

        across.PadLow = across.PadHigh = false;
        if (along.Low > along.High)
        {
            return;
        }

        if (alongAxis.Kind != AxisKind.Log)
        {
            // Bars grow from their base line; where that is an end of the range, the range ends there.
            along.PadLow &= along.Low < 0;
            along.PadHigh &= along.High > 0;
            if (labels)
            {
                var room = (along.High - along.Low) * (series.Horizontal ? 0.14 : 0.08);
                if (along.High > 0)
                {
                    along.Include(along.High + room);
                }

                if (along.Low < 0)
                {
                    along.Include(along.Low - room);
                }
            }
        }
    }

    private static void IncludeDistributions(Series series, Extent x, Extent y)
    {
        var (across, along) = Distributions.Upright(series) ? (x, y) : (y, x);
        foreach (var (at, values) in Distributions.Groups(series))
        {
            across.Include(at - 0.5);
            across.Include(at + 0.5);
            along.Include(values.Min());
            along.Include(values.Max());
            if (series.Kind == "violin")
            {
                var (from, to) = Distributions.Span(series, values);
                along.Include(from);
                along.Include(to);
            }
        }

        across.PadLow = across.PadHigh = false;
    }

    private static void IncludePoints(Series series, Extent x, Extent y)
    {
        var mode = Points.Mode(series);
        var xErrors = ErrorBars.Of(series, horizontal: true);
        var yErrors = ErrorBars.Of(series, horizontal: false);
        for (var i = 0; i < series.Count; i++)
        {
            var px = series.XAt(i);
            var py = series.Top is { } top ? series.Y!.Coordinate(top[i]) : series.YAt(i);
            if (!double.IsFinite(px) || !double.IsFinite(py))
            {
                continue;
            }

            x.Include(px);
            y.Include(py);
            foreach (var end in xErrors(i, px))
            {
                x.Include(end);
            }

            foreach (var end in yErrors(i, py))
            {
                y.Include(end);
            }
        }

        if (mode.Text)
        {
            y.Reach = Math.Max(y.Reach, 16.0 / 300);
        }

        if (mode.Markers && series.Count > 0)
        {
            // Large markers need more than the usual room; sizes are pixels, so a usual plot of 450 by 300 stands in.
            var radius = Enumerable.Range(0, series.Count).Max(i => Points.MarkerAt(series, i, null).Size) / 2;
            x.Reach = Math.Max(x.Reach, radius / 450);
            y.Reach = Math.Max(y.Reach, (radius + (mode.Text ? 14 : 0)) / 300);
        }

        // Lines reach the sides of the plot; markers and texts need room there.
        x.Lines |= !mode.Markers && !mode.Text;
        x.Marks |= mode.Markers || mode.Text;
        if (x.Lines && !x.Marks)
        {
            x.PadLow = x.PadHigh = false;
        }
        else if (x.Marks)
        {
            x.PadLow = x.PadHigh = true;
        }

        var fill = Read.Text(series.Trace, "fill");
        if ((fill is "tozeroy" || series.Base is not null) && series.Y!.Kind == AxisKind.Linear)
        {
            y.Include(0);
            y.PadLow &= y.Low < 0;
        }
        else if (fill is "tozerox" && series.X!.Kind == AxisKind.Linear)
        {
            x.Include(0);
        }
    }

    private static void Exact(Extent extent, double[] edges)
    {
        foreach (var edge in edges.Where(double.IsFinite))
        {
            extent.Include(edge);
        }

        extent.PadLow = extent.PadHigh = false;
        extent.Exact = true;
    }

    /// <summary>The least interval that holds everything.</summary>
    private sealed class Extent
    {
        public double Low { get; private set; } = double.PositiveInfinity;

        public double High { get; private set; } = double.NegativeInfinity;

        public bool PadLow { get; set; } = true;

        public bool PadHigh { get; set; } = true;

        public bool Exact { get; set; }

        /// <summary>The radius of the largest marker as a share of the axis.</summary>
        public double Reach { get; set; }

        public bool Lines { get; set; }

        public bool Marks { get; set; }

        public void Include(double value)
        {
            if (double.IsFinite(value))
            {
                Low = Math.Min(Low, value);
                High = Math.Max(High, value);
            }
        }
    }
}
