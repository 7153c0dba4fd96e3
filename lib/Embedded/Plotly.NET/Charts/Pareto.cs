namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Bars in falling order with their cumulative share.</summary>
    public static GenericChart Pareto<TLabel>(
        IEnumerable<(TLabel, double)> keysValues,
        Optional<string> Name,
        Optional<string> Label,
        Optional<bool> ShowGrid)
        where TLabel : IConvertible
    {
        var ordered = keysValues.OrderByDescending(pair => pair.Item2).ToArray();
        var sum = ordered.Sum(pair => pair.Item2);
        var running = 0.0;
        var cumulative = ordered.Select(pair => (running += pair.Item2) / sum * 100).ToArray();
        var labels = ordered.Select(pair => pair.Item1).ToArray();

        var bars = Column<double, TLabel, string>(ordered.Select(pair => pair.Item2).ToArray(), Keys: labels, Name: Name);
        var line = Line<TLabel, double, string>(
            labels,
            cumulative,
            ShowMarkers: true,
            Name: "Cumulative %",
            ShowLegend: true,
            Marker: new Marker().WithValue("size", 8).WithValue("symbol", "cross").WithValue("angle", 45.0))
            .WithAxisAnchor(Y: 2);
        return Combine([bars, line])
            .WithYAxisStyle<double, double, string>(
                TitleText: Label,
                Id: StyleParam.SubPlotId.NewYAxis(1),
                ShowGrid: false,
                MinMax: Tuple.Create(0.0, sum * 1.05))
            .WithYAxisStyle<double, double, string>(
                TitleText: "%",
                Side: StyleParam.Side.Right,
                Id: StyleParam.SubPlotId.NewYAxis(2),
                MinMax: Tuple.Create(0.0, 105.0),
                Overlaying: StyleParam.LinearAxisId.NewY(1),
                ShowGrid: ShowGrid);
    }

    /// <summary>Bars in falling order with their cumulative share.</summary>
    public static GenericChart Pareto<TLabel>(
        IEnumerable<TLabel> labels,
        IEnumerable<double> values,
        Optional<string> Name,
        Optional<string> Label,
        Optional<bool> ShowGrid)
        where TLabel : IConvertible =>
        Pareto(labels.Zip(values), Name, Label, ShowGrid);
}
