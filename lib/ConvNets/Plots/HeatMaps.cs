// Matrices as colours, and confusion matrices: rows are the true classes, each row sums to 100%.

using System.Globalization;
using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace ConvNets.Plots;

public static partial class Plot
{
    private const int MostCellTexts = 15;

    /// <summary>A matrix as coloured cells, the first row on top.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="values">Rows of values; all of the same length.</param>
    /// <param name="x">Name and unit of the columns.</param>
    /// <param name="y">Name and unit of the rows.</param>
    /// <param name="unit">Name and unit of the values.</param>
    /// <param name="columns">Names of the columns, or their numbers.</param>
    /// <param name="rows">Names of the rows, or their numbers.</param>
    public static GenericChart HeatMap(string title, IReadOnlyList<double[]> values, string x, string y, string unit, IReadOnlyList<string>? columns = null, IReadOnlyList<string>? rows = null)
    {
        if (values.Count > 0 && values.Any(r => r.Length != values[0].Length))
        {
            throw new ArgumentException($"HeatMap needs rows of one length; given were {string.Join(", ", values.Select(r => r.Length).Distinct())}.");
        }

        if (columns is not null && values.Count > 0)
        {
            ChartParts.SameLength("HeatMap", "columns", values[0].Length, "column names", columns.Count);
        }

        if (rows is not null)
        {
            ChartParts.SameLength("HeatMap", "rows", values.Count, "row names", rows.Count);
        }

        return Chart.Heatmap<double, string, string, string>(
                values.ToArray(),
                X: columns?.ToArray() ?? default(Optional<IEnumerable<string>>),
                Y: rows?.ToArray() ?? default(Optional<IEnumerable<string>>),
                ColorScale: StyleParam.Colorscale.Viridis,
                ColorBar: Bar(unit),
                ReverseYAxis: true)
            .Titled(title, x, y);
    }

    /// <summary>How often each true class was taken for each class; colour is the share of the row, text the count.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="classes">Names of the classes.</param>
    /// <param name="counts">Counts, <c>[true, predicted]</c>.</param>
    public static GenericChart ConfusionMatrix(string title, IReadOnlyList<string> classes, long[,] counts)
    {
        ChartParts.SameLength("ConfusionMatrix", "classes", classes.Count, "rows", counts.GetLength(0));
        ChartParts.SameLength("ConfusionMatrix", "classes", classes.Count, "columns", counts.GetLength(1));
        var n = classes.Count;
        var shares = new double[n][];
        var notes = new List<Annotation>();
        for (var i = 0; i < n; i++)
        {
            var sum = Enumerable.Range(0, n).Sum(j => counts[i, j]);
            shares[i] = new double[n];
            for (var j = 0; j < n; j++)
            {
                shares[i][j] = sum == 0 ? 0 : 100.0 * counts[i, j] / sum;
                if (n <= MostCellTexts)
                {
                    // Cividis runs from dark to light: the text takes the other end.
                    var ink = Color.fromHex(shares[i][j] > 50 ? "#000000" : "#FFFFFF");
                    notes.Add(ChartParts.Text(j, i, counts[i, j].ToString(CultureInfo.InvariantCulture), 10, ink));
                }
            }
        }

        return Chart.Heatmap<double, string, string, string>(
                shares,
                X: classes.ToArray(),
                Y: classes.ToArray(),
                ColorScale: StyleParam.Colorscale.Cividis,
                ColorBar: Bar("share of the true class (%)"),
                ReverseYAxis: true)
            .Titled(title, "predicted class", "true class")
            .WithAnnotations(notes);
    }

    private static ColorBar Bar(string unit) => ColorBar.init<double, double>(Title: Title.init(Text: unit, Side: StyleParam.Side.Right));
}
