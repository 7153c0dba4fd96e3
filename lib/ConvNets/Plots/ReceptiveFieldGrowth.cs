// How the receptive field grows from layer to layer, with the size of the input as a line to reach.

using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace ConvNets.Plots;

/// <summary>The receptive fields of a net, one for each layer.</summary>
/// <param name="Name">The net.</param>
/// <param name="Fields">Receptive field after each layer, in input pixels.</param>
public sealed record FieldGrowth(string Name, double[] Fields);

public static partial class Plot
{
    /// <summary>Receptive field over depth for one or more nets.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="nets">The nets.</param>
    /// <param name="inputSize">Side of the input in pixels.</param>
    /// <param name="logY">Logarithmic vertical axis.</param>
    public static GenericChart ReceptiveField(string title, IReadOnlyList<FieldGrowth> nets, int inputSize, bool logY = false)
    {
        if (nets.Count == 0 || nets.All(n => n.Fields.Length == 0))
        {
            throw new ArgumentException("ReceptiveField needs at least one net with at least one layer.");
        }

        var charts = nets.Select((net, i) => Chart.Line<double, double, string>(
            ChartParts.Numbers(net.Fields.Length),
            net.Fields,
            ShowMarkers: true,
            Name: net.Name,
            LineColor: Palette.At(i),
            MarkerColor: Palette.At(i),
            Line: Line.init(Shape: StyleParam.Shape.Hv))).ToList();
        charts.Add(ChartParts.Reference(1, inputSize, nets.Max(n => n.Fields.Length), inputSize, $"input ({inputSize} pixels)"));
        return Chart.Combine(charts).Titled(title, "layer", "receptive field (input pixels)", logY: logY);
    }
}
