// Learning curves: a quantity over epochs or steps, one colour for each run, training dashed and test solid; and runs
// over several seeds as mean with band.

using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace ConvNets.Plots;

/// <summary>The history of one run: values on training and test data, one for each epoch or step. Either may be empty.</summary>
/// <param name="Name">What the legend calls the run.</param>
/// <param name="Train">Values on training data.</param>
/// <param name="Test">Values on test data.</param>
public sealed record Run(string Name, double[] Train, double[] Test)
{
    /// <summary>Where the values stand on the horizontal axis; left out, 1, 2, 3 and so on.</summary>
    public double[]? At { get; init; }
}

/// <summary>One quantity of the same experiment under several seeds.</summary>
/// <param name="Name">What the legend calls the experiment.</param>
/// <param name="Values">One list of values for each seed, all of the same length.</param>
public sealed record SeededRun(string Name, double[][] Values)
{
    /// <summary>Where the values stand on the horizontal axis; left out, 1, 2, 3 and so on.</summary>
    public double[]? At { get; init; }
}

/// <summary>The course's charts; each has a title and axis names with units.</summary>
public static partial class Plot
{
    /// <summary>Training (dashed) and test (solid) curves of runs, one colour for each run.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="runs">The runs; missing values are gaps.</param>
    /// <param name="y">Name and unit of the quantity: "error (%)".</param>
    /// <param name="x">Name and unit of the horizontal axis.</param>
    /// <param name="logY">Logarithmic vertical axis.</param>
    public static GenericChart LearningCurves(string title, IReadOnlyList<Run> runs, string y = "accuracy (%)", string x = "epoch", bool logY = false)
    {
        if (runs.Count == 0)
        {
            throw new ArgumentException("LearningCurves needs at least one run.");
        }

        var charts = new List<GenericChart>();
        foreach (var (run, i) in runs.Select((run, i) => (run, i)))
        {
            var both = run.Train.Length > 0 && run.Test.Length > 0;
            Add(run.Train, both ? $"{run.Name}, train" : run.Name, dashed: true);
            Add(run.Test, both ? $"{run.Name}, test" : run.Name, dashed: false);

            void Add(double[] values, string name, bool dashed)
            {
                if (values.Length == 0)
                {
                    return;
                }

                var at = run.At ?? ChartParts.Numbers(values.Length);
                ChartParts.SameLength($"Run '{run.Name}'", "places", at.Length, "values", values.Length);
                charts.Add(Chart.Line<double, double, string>(
                    at,
                    values,
                    Name: name,
                    LineColor: Palette.At(i),
                    LineWidth: dashed ? 1.5 : 2.5,
                    LineDash: dashed && both ? StyleParam.DrawingStyle.Dash : StyleParam.DrawingStyle.Solid,
                    ShowMarkers: values.Length == 1));
            }
        }

        return Chart.Combine(charts).Titled(title, x, y, logY: logY);
    }

    /// <summary>Mean over seeds with a band of one standard deviation to each side.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="runs">The experiments.</param>
    /// <param name="y">Name and unit of the quantity.</param>
    /// <param name="x">Name and unit of the horizontal axis.</param>
    /// <param name="logY">Logarithmic vertical axis.</param>
    public static GenericChart LearningCurves(string title, IReadOnlyList<SeededRun> runs, string y = "accuracy (%)", string x = "epoch", bool logY = false)
    {
        if (runs.Count == 0)
        {
            throw new ArgumentException("LearningCurves needs at least one run.");
        }

        var charts = new List<GenericChart>();
        foreach (var (run, i) in runs.Select((run, i) => (run, i)))
        {
            if (run.Values.Length == 0 || run.Values.Any(v => v.Length != run.Values[0].Length))
            {
                throw new ArgumentException($"Run '{run.Name}' needs values of at least one seed, and as many for each seed; given were {string.Join(", ", run.Values.Select(v => v.Length))}.");
            }

            var seeds = run.Values.Length;
            var count = run.Values[0].Length;
            var at = run.At ?? ChartParts.Numbers(count);
            var mean = new double[count];
            var deviation = new double[count];
            for (var k = 0; k < count; k++)
            {
                mean[k] = run.Values.Average(v => v[k]);
                deviation[k] = seeds < 2 ? 0 : Math.Sqrt(run.Values.Sum(v => (v[k] - mean[k]) * (v[k] - mean[k])) / (seeds - 1));
            }

            // The band is one closed outline, forth along its top and back along its bottom.
            charts.Add(Chart.Scatter<double, double, string>(
                [.. at, .. at.Reverse()],
                [.. mean.Zip(deviation, (m, d) => m + d), .. mean.Zip(deviation, (m, d) => m - d).Reverse()],
                StyleParam.Mode.Lines,
                Name: $"{run.Name}, one standard deviation",
                ShowLegend: false,
                LineColor: Palette.Faded(i, 0),
                LineWidth: 0,
                Fill: StyleParam.Fill.ToSelf,
                FillColor: Palette.Faded(i, 0.2)));
            charts.Add(Chart.Line<double, double, string>(at, mean, Name: $"{run.Name} (n = {seeds})", LineColor: Palette.At(i), LineWidth: 2.5, ShowLegend: true, ShowMarkers: count == 1));
        }

        return Chart.Combine(charts).Titled(title, x, y, logY: logY);
    }
}
