// Architectures by size and accuracy: the area of a bubble is the number of multiply-adds, the name stands beside it.

using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace ConvNets.Plots;

/// <summary>An architecture as a point of a chart.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Parameters">Number of trainable parameters.</param>
/// <param name="Accuracy">Accuracy in percent.</param>
/// <param name="Macs">Multiply-accumulates of one forward pass.</param>
public sealed record ArchitecturePoint(string Name, double Parameters, double Accuracy, double Macs);

public static partial class Plot
{
    /// <summary>Parameters (logarithmic) against accuracy, bubbles by multiply-adds, names beside the bubbles.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="points">The architectures.</param>
    /// <param name="y">Name and unit of the accuracy.</param>
    public static GenericChart Architectures(string title, IReadOnlyList<ArchitecturePoint> points, string y = "accuracy (%)")
    {
        if (points.Count == 0)
        {
            throw new ArgumentException("Architectures needs at least one architecture.");
        }

        if (points.FirstOrDefault(p => !(p.Parameters > 0)) is { } bad)
        {
            throw new ArgumentException($"Architecture '{bad.Name}' needs a positive number of parameters for the logarithmic axis; given was {bad.Parameters}.");
        }

        var most = points.Max(p => p.Macs);
        var sizes = points.Select(p => most > 0 ? (int)Math.Round(8 + (34 * Math.Sqrt(Math.Max(0, p.Macs) / most))) : 10).ToArray();
        var places = LabelPlaces.Find([.. points.Select(p => (Math.Log10(p.Parameters), p.Accuracy))], [.. points.Select(p => p.Name)], sizes);
        return Chart
            .Bubble<double, double, string>(
                points.Select(p => p.Parameters).ToArray(),
                points.Select(p => p.Accuracy).ToArray(),
                sizes,
                Name: "area: multiply-adds",
                MultiText: points.Select(p => p.Name).ToArray(),
                MultiTextPosition: places,
                MarkerColor: Palette.At(0),
                ShowLegend: true)
            .Titled(title, "parameters", y, logX: true)
            .WithRoomForNames([.. points.Select(p => p.Parameters)], [.. points.Select(p => p.Accuracy)], logX: true);
    }
}
