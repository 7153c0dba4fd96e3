// Counting values into bins whose edges are round numbers; where the series does not say it, as many and as placed as
// plotly.js chooses them, so that the drawing and the live chart show the same bars.

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

        // Empty bins at the ends are no part of the picture.
        var (least, past) = (Array.FindIndex(totals, t => t > 0), Array.FindLastIndex(totals, t => t > 0) + 1);
        if (least < 0)
        {
            Assign(series, horizontal, [], []);
            return;
        }

        (heights, totals, start, count) = (heights[least..past], totals[least..past], start + (least * size), past - least);
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

        var (x0, dx, nx) = Bins([.. pairs.Select(p => p.First)], Read.Object(series.Trace, "xbins"), Read.Number(series.Trace, "nbinsx"), pairs: true);
        var (y0, dy, ny) = Bins([.. pairs.Select(p => p.Second)], Read.Object(series.Trace, "ybins"), Read.Number(series.Trace, "nbinsy"), pairs: true);
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
    /// <param name="values">The values.</param>
    /// <param name="given">The series' own <c>xbins</c> or <c>ybins</c>.</param>
    /// <param name="most">The number of bins that the series asks for at most.</param>
    /// <param name="pairs">Whether the bins are those of a histogram in two dimensions.</param>
    public static (double Start, double Size, int Count) Bins(double[] values, PlotlyObject? given, double? most, bool pairs = false)
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

        var width = Width(values, high - low, most, pairs);
        var first = Start(values, low, high, width);
        return (first, width, 1 + (int)Math.Floor((high - first) / width));
    }

    // Twice the deviation over a power of the count, and no less than the least difference: then a round number upwards.
    private static double Width(double[] values, double range, double? most, bool pairs)
    {
        if (most is { } n and > 0)
        {
            return RoundUp(range / n);
        }

        double[] sorted = [.. values.Order()];
        var least = range;
        var same = range / (sorted.Length - 1) / 10_000;
        for (var i = 1; i < sorted.Length; i++)
        {
            var difference = sorted[i] - sorted[i - 1];
            least = difference > same ? Math.Min(least, difference) : least;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        var steps = (double[])[9.9, 4.9, 1.9, 0.9];
        var smallest = power * steps.First(s => s <= least / power + 1e-12);
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
        return RoundUp(Math.Max(smallest, 2 * deviation / Math.Pow(values.Length, pairs ? 0.25 : 0.4)));
    }

    private static double RoundUp(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * (rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
    }

    // The edge below the first round number; half a bin aside where values would stand on the edges.
    private static double Start(double[] values, double low, double high, double width)
    {
        var start = (Math.Ceiling((low - (0.0001 * (high - low))) / width) - 1) * width;
        if (values.All(v => v == Math.Floor(v)))
        {
            if (width < 1)
            {
                return low - (0.5 * width);
            }

            start -= 0.5;
            return start + width < low ? start + width : start;
        }

        bool OnEdge(double value) => (1 + ((value - start) * 100 / width)) % 100 < 2;
        var edges = values.Count(OnEdge);
        var middles = values.Count(v => OnEdge(v + (width / 2)));
        return middles < values.Length * 0.1 && (edges > values.Length * 0.3 || OnEdge(low) || OnEdge(high))
            ? start + (width / 2) < low ? start + (width / 2) : start - (width / 2)
            : start;
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
