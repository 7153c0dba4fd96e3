// The distribution of activations (or weights, or gradients) step by step: each column is a histogram.

using Plotly.NET;

namespace ConvNets.Plots;

public static partial class Plot
{
    /// <summary>Histograms over training as colours.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="steps">The steps at which the values were taken.</param>
    /// <param name="samples">The values at each step.</param>
    /// <param name="y">Name and unit of the values.</param>
    /// <param name="bins">Number of bins of the values' axis.</param>
    public static GenericChart ActivationsOverTraining(string title, IReadOnlyList<int> steps, IReadOnlyList<float[]> samples, string y = "activation", int bins = 40)
    {
        ChartParts.SameLength("ActivationsOverTraining", "steps", steps.Count, "samples", samples.Count);
        var finite = samples.SelectMany(s => s).Where(float.IsFinite).ToArray();
        if (finite.Length == 0)
        {
            throw new ArgumentException("ActivationsOverTraining needs at least one finite value.");
        }

        double low = finite.Min(), high = finite.Max();
        if (high <= low)
        {
            (low, high) = (low - 0.5, low + 0.5);
        }

        var size = (high - low) / bins;
        var shares = Enumerable.Range(0, bins).Select(_ => new double[steps.Count]).ToArray();
        for (var s = 0; s < samples.Count; s++)
        {
            var counted = samples[s].Where(float.IsFinite).ToArray();
            foreach (var value in counted)
            {
                shares[Math.Clamp((int)((value - low) / size), 0, bins - 1)][s] += 100.0 / counted.Length;
            }
        }

        return Plotly.NET.CSharp.Chart.Heatmap<double, double, double, string>(
                shares,
                X: steps.Select(s => (double)s).ToArray(),
                Y: Enumerable.Range(0, bins).Select(b => low + ((b + 0.5) * size)).ToArray(),
                ColorScale: StyleParam.Colorscale.Viridis,
                ColorBar: Bar("share of the values (%)"))
            .Titled(title, "training step", y);
    }
}
