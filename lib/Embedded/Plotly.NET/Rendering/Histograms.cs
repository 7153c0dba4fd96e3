// Counting values into bins whose edges are round numbers; the number of bins after Freedman and Diaconis ("On the
// histogram as a density estimator", 1981) unless the series says it.

namespace Plotly.NET.Rendering;

/// <summary>One- and two-dimensional histograms.</summary>
internal static class Histograms
{
    /// <summary>Turns a histogram into bars without gaps.</summary>
    public static void Count(Series series, FigureModel model)
    {
        var horizontal = series.XValues is null && series.YValues is not null || series.Horizontal;
        var values = (horizontal ? series.YValues : series.XValues) ?? [];
        var axis = horizontal ? series.Y! : series.X!;
        var weights = horizontal ? series.XValues : series.YValues;
        series.Kind = "bar";

        if (axis.Kind == AxisKind.Category)
        {
            var counts = axis.Categories.Select(c => (double)values.Count(v => string.Equals(Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture), c, StringComparison.Ordinal))).ToArray();
            Assign(series, horizontal, [.. axis.Categories.Cast<object?>()], Normalise(series, counts, 1));
            return;
        }

        var numbers = values.Select(v => axis.Kind == AxisKind.Log ? Axis.NumberOf(v) ?? double.NaN : axis.Coordinate(v)).ToArray();
        var finite = numbers.Where(double.IsFinite).ToArray();
        if (finite.Length == 0)
        {
            Assign(series, horizontal, [], []);
            return;
        }

        // Histograms that share an axis share their bins, so that bars can be compared.
        var shared = model.Series
            .Where(s => s.Visible && s.Trace.type == "histogram" && (horizontal ? s.Y : s.X) == axis)
            .SelectMany(s => ((horizontal ? s.Trace.Properties.GetValueOrDefault("y") : s.Trace.Properties.GetValueOrDefault("x")) is { } list ? Read.List(list) : null) ?? [])
            .Select(v => Axis.NumberOf(v) ?? double.NaN)
            .Where(double.IsFinite)
            .ToArray();
        var bins = Read.Object(series.Trace, horizontal ? "ybins" : "xbins");
        var (start, size, count) = Bins(shared.Length > 0 ? shared : finite, bins, Read.Number(series.Trace, horizontal ? "nbinsy" : "nbinsx"));

        var heights = new double[count];
        var totals = new double[count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var bin = (int)Math.Floor(((numbers[i] - start) / size) + 1e-9);
            if (bin >= 0 && bin < count)
            {
                heights[bin] += weights is not null && i < weights.Length && Read.Text(series.Trace, "histfunc") is "sum" or "avg" ? Axis.NumberOf(weights![i]) ?? 0 : 1;
                totals[bin]++;
            }
        }

        if (Read.Text(series.Trace, "histfunc") == "avg")
        {
            heights = [.. heights.Select((h, i) => totals[i] == 0 ? 0 : h / totals[i])];
        }

        heights = Normalise(series, heights, size);
        if (Read.Truth(Read.Object(series.Trace, "cumulative"), "enabled") == true)
        {
            for (var i = 1; i < count; i++)
            {
                heights[i] += heights[i - 1];
            }
        }

        series.BinWidth = size;
        Assign(series, horizontal, [.. Enumerable.Range(0, count).Select(i => (object?)(start + ((i + 0.5) * size)))], heights);
    }

    /// <summary>Turns pairs into a matrix of counts.</summary>
    public static void CountPairs(Series series)
    {
        var xs = (series.XValues ?? []).Select(series.X!.Coordinate).ToArray();
        var ys = (series.YValues ?? []).Select(series.Y!.Coordinate).ToArray();
        var pairs = xs.Zip(ys).Where(p => double.IsFinite(p.First) && double.IsFinite(p.Second)).ToArray();
        if (pairs.Length == 0)
        {
            series.XValues = series.YValues = [];
            series.Z = [];
            return;
        }

        var (x0, dx, nx) = Bins([.. pairs.Select(p => p.First)], Read.Object(series.Trace, "xbins"), Read.Number(series.Trace, "nbinsx"));
        var (y0, dy, ny) = Bins([.. pairs.Select(p => p.Second)], Read.Object(series.Trace, "ybins"), Read.Number(series.Trace, "nbinsy"));
        var z = new double[ny][];
        for (var j = 0; j < ny; j++)
        {
            z[j] = new double[nx];
        }

        foreach (var (x, y) in pairs)
        {
            var (i, j) = ((int)Math.Floor(((x - x0) / dx) + 1e-9), (int)Math.Floor(((y - y0) / dy) + 1e-9));
            if (i >= 0 && i < nx && j >= 0 && j < ny)
            {
                z[j][i]++;
            }
        }

        series.Z = z;
        series.XValues = [.. Enumerable.Range(0, nx).Select(i => (object?)(x0 + ((i + 0.5) * dx)))];
        series.YValues = [.. Enumerable.Range(0, ny).Select(j => (object?)(y0 + ((j + 0.5) * dy)))];
    }

    /// <summary>Start, width and number of bins.</summary>
    public static (double Start, double Size, int Count) Bins(double[] values, PlotlyObject? given, double? most)
    {
        var (low, high) = (values.Min(), values.Max());
        if (Read.Number(given, "size") is { } size and > 0)
        {
            var start = Read.Number(given, "start") ?? Math.Floor(low / size) * size;
            var end = Read.Number(given, "end") ?? high;
            return (start, size, Math.Clamp((int)Math.Ceiling((end - start) / size - 1e-9) + (Read.Number(given, "end") is null ? 1 : 0), 1, 10_000));
        }

        if (high <= low)
        {
            return (low - 0.5, 1, 1);
        }

        double rough;
        if (most is { } n and > 0)
        {
            rough = (high - low) / n;
        }
        else
        {
            var spread = 2 * (Statistics.Quantile(values, 0.75) - Statistics.Quantile(values, 0.25)) * Math.Pow(values.Length, -1.0 / 3);
            var sturges = (high - low) / (Math.Log2(values.Length) + 1);
            rough = spread > 0 ? Math.Min(spread, sturges) : sturges;
            rough = Math.Max(rough, (high - low) / 200);
        }

        var width = Ticks.NearestStep(rough);
        var whole = values.All(v => v == Math.Floor(v));
        if (whole && width < 1)
        {
            width = 1;
        }

        // Whole numbers stand in the middle of their bins.
        var shift = whole && width == 1 ? 0.5 : 0;
        var first = (Math.Floor((low + shift) / width) * width) - shift;
        return (first, width, Math.Max(1, (int)Math.Floor(((high - first) / width) + 1e-9) + 1));
    }

    private static double[] Normalise(Series series, double[] heights, double size)
    {
        var sum = heights.Sum();
        if (sum == 0)
        {
            return heights;
        }

        return Read.Text(series.Trace, "histnorm") switch
        {
            "percent" => [.. heights.Select(h => h / sum * 100)],
            "probability" => [.. heights.Select(h => h / sum)],
            "density" => [.. heights.Select(h => h / size)],
            "probability density" => [.. heights.Select(h => h / sum / size)],
            _ => heights,
        };
    }

    private static void Assign(Series series, bool horizontal, object?[] centres, double[] heights)
    {
        object?[] values = [.. heights.Cast<object?>()];
        (series.XValues, series.YValues) = horizontal ? (values, centres) : (centres, values);
        series.SidewaysBars = horizontal;
    }
}
