// What plotly.js computes before it draws: histogram bins, counts of pairs, stacked bars and stacked lines.

namespace Plotly.NET.Rendering;

/// <summary>Turns statistical series into plain ones.</summary>
internal static class Preparation
{
    public static void Run(FigureModel model)
    {
        foreach (var series in model.Series.Where(s => s.Visible).ToArray())
        {
            switch (series.Kind)
            {
                case "histogram":
                    Histograms.Count(series, model);
                    break;
                case "histogram2d":
                    Histograms.CountPairs(series);
                    series.Kind = "heatmap";
                    break;
                case "histogram2dcontour":
                    Histograms.CountPairs(series);
                    series.Kind = "contour";
                    break;
            }
        }

        var mode = Read.Text(model.Layout, "barmode") ?? "group";
        if (mode is "stack" or "relative")
        {
            foreach (var group in model.Series.Where(s => s.Visible && s.Kind == "bar").GroupBy(s => (s.X, s.Y, s.Horizontal)))
            {
                StackBars(group);
            }
        }

        foreach (var group in model.Series.Where(s => s.Visible && s.Kind == "scatter" && Read.Text(s.Trace, "stackgroup") is { Length: > 0 })
            .GroupBy(s => (s.X, s.Y, Read.Text(s.Trace, "stackgroup"))))
        {
            StackLines(group);
        }
    }

    private static void StackBars(IEnumerable<Series> group)
    {
        var positive = new Dictionary<double, double>();
        var negative = new Dictionary<double, double>();
        foreach (var series in group)
        {
            var (keys, values) = series.Horizontal ? (series.YValues, series.XValues) : (series.XValues, series.YValues);
            var count = values?.Length ?? 0;
            series.Base = new double[count];
            series.Top = new double[count];
            for (var i = 0; i < count; i++)
            {
                var key = keys is null ? i : (series.Horizontal ? series.Y! : series.X!).Coordinate(i < keys.Length ? keys[i] : null);
                var value = Axis.NumberOf(values![i]) ?? double.NaN;
                var sums = value < 0 ? negative : positive;
                var from = sums.GetValueOrDefault(key);
                series.Base[i] = from;
                series.Top[i] = double.IsNaN(value) ? double.NaN : from + value;
                if (!double.IsNaN(value))
                {
                    sums[key] = from + value;
                }
            }
        }
    }

    private static void StackLines(IEnumerable<Series> group)
    {
        var sums = new Dictionary<double, double>();
        foreach (var series in group)
        {
            var count = series.YValues?.Length ?? 0;
            series.Base = new double[count];
            series.Top = new double[count];
            for (var i = 0; i < count; i++)
            {
                var key = series.XAt(i);
                var value = Axis.NumberOf(series.YValues![i]) ?? 0;
                var from = sums.GetValueOrDefault(key);
                series.Base[i] = from;
                series.Top[i] = from + value;
                sums[key] = from + value;
            }
        }
    }
}
