// What was predicted against what was measured: on the diagonal the prediction was right.

using Plotly.NET;
using Chart = Plotly.NET.CSharp.Chart;

namespace ConvNets.Plots;

public static partial class Plot
{
    /// <summary>Predictions against measurements with the diagonal.</summary>
    /// <param name="title">Title of the chart.</param>
    /// <param name="names">What was predicted.</param>
    /// <param name="predicted">The predictions.</param>
    /// <param name="measured">The measurements.</param>
    /// <param name="quantity">Name and unit of both.</param>
    public static GenericChart PredictedAgainstMeasured(string title, IReadOnlyList<string> names, IReadOnlyList<double> predicted, IReadOnlyList<double> measured, string quantity)
    {
        ChartParts.SameLength("PredictedAgainstMeasured", "names", names.Count, "predictions", predicted.Count);
        ChartParts.SameLength("PredictedAgainstMeasured", "names", names.Count, "measurements", measured.Count);
        if (names.Count == 0)
        {
            throw new ArgumentException("PredictedAgainstMeasured needs at least one prediction.");
        }

        var (low, high) = (Math.Min(predicted.Min(), measured.Min()), Math.Max(predicted.Max(), measured.Max()));
        var places = LabelPlaces.Find([.. predicted.Zip(measured)], [.. names], [.. names.Select(_ => 9)]);
        return Chart.Combine(
            [
                ChartParts.Reference(low, low, high, high, "as predicted"),
                Chart.Point<double, double, string>(
                    predicted.ToArray(),
                    measured.ToArray(),
                    Name: "measured",
                    MultiText: names.ToArray(),
                    MultiTextPosition: places,
                    Marker: Plotly.NET.TraceObjects.Marker.init(Size: 9, Color: Palette.At(0))),
            ])
            .Titled(title, $"predicted {quantity}", $"measured {quantity}")
            .WithRoomForNames(predicted, measured, logX: false);
    }
}
