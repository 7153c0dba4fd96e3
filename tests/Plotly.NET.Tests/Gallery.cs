// One figure of each kind, for the tests that look at all of them.

using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;
using Chart = Plotly.NET.CSharp.Chart;

namespace Tests;

internal static class Gallery
{
    private static readonly double[] X = [.. Enumerable.Range(1, 30).Select(i => (double)i)];
    private static readonly string[] Names = ["alexnet", "vgg-16", "resnet-50", "squeezenet"];

    public static IReadOnlyDictionary<string, GenericChart> All { get; } = Make();

    public static double[] Noise(int count, double shift = 0)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ => shift + Enumerable.Range(0, 6).Sum(_ => random.NextDouble()) - 3)];
    }

    private static Dictionary<string, GenericChart> Make() => new()
    {
        ["line"] = Chart.Combine([
            Chart.Line<double, double, string>(X, X.Select(v => Math.Exp(-v / 8)).ToArray(), Name: "train"),
            Chart.Line<double, double, string>(X, X.Select(v => Math.Exp(-v / 10)).ToArray(), Name: "test", LineDash: StyleParam.DrawingStyle.Dash)])
            .WithTitle("Loss & <b>accuracy</b>")
            .WithXAxisStyle<double, double, string>(TitleText: "epoch")
            .WithYAxisStyle<double, double, string>(TitleText: "cross-entropy (nats)"),
        ["log"] = Chart.Line<double, double, string>(X, X.Select(v => Math.Pow(10, -v / 5)).ToArray())
            .WithYAxisStyle<double, double, string>(TitleText: "learning rate", AxisType: StyleParam.AxisType.Log),
        ["point"] = Chart.Point<double, double, string>(Noise(50), Noise(50, 1), MarkerSymbol: StyleParam.MarkerSymbol.Diamond),
        ["bubble"] = Chart.Bubble<double, double, string>([61, 138, 25.6, 1.2], [56.5, 71.6, 76.1, 58.1], [14, 60, 33, 8], MultiText: Names, TextPosition: StyleParam.TextPosition.TopCenter),
        ["column"] = Chart.Column<double, string, string>([61, 138, 25.6, 1.2], Keys: Names, MultiText: Names).WithYErrorStyle<double, double>(Array: new double[] { 1, 2, 3, 4 }),
        ["bar"] = Chart.Bar<double, string, string>([61, 138, 25.6, 1.2], Keys: Names),
        ["stacked"] = Chart.Combine([Chart.StackedColumn<double, string, string>([1, 2], Keys: new[] { "a", "b" }), Chart.StackedColumn<double, string, string>([3, 4], Keys: new[] { "a", "b" })]),
        ["range"] = Chart.Range<double, double, string>(X, X, X.Select(v => v + 1).ToArray(), X.Select(v => v - 1).ToArray(), StyleParam.Mode.Lines),
        ["area"] = Chart.Combine([Chart.StackedArea<double, double, string>(X, X), Chart.StackedArea<double, double, string>(X, X)]),
        ["histogram"] = Chart.Histogram<double, double, string>(X: Noise(500)),
        ["histogram2d"] = Chart.Histogram2D<double, double, double>(Noise(500), Noise(500, 2)),
        ["heatmap"] = Chart.Heatmap<double, string, string, string>([[1, 2, 3], [4, 5, 6]], X: new[] { "a", "b", "c" }, Y: new[] { "r", "s" }, ReverseYAxis: true),
        ["heatmap-large"] = Chart.Heatmap<double, double, double, string>(Enumerable.Range(0, 60).Select(i => X.Select(v => v * i).ToArray()).ToArray()),
        ["contour"] = Chart.Contour<double, double, double, string>(Enumerable.Range(0, 20).Select(i => X.Select(v => Math.Sin(v / 5) * Math.Cos(i / 4.0)).ToArray()).ToArray(), ShowContourLabels: true),
        ["box"] = Chart.BoxPlot<double, double, string>(Y: Noise(100), Name: "a"),
        ["violin"] = Chart.Violin<double, double, string>(Y: Noise(100), Name: "a", ShowBox: true),
        ["image"] = Chart.Image<string>(Z: new IEnumerable<int>[][] { [new[] { 255, 0, 0 }, new[] { 0, 255, 0 }], [new[] { 0, 0, 255 }, new[] { 9, 9, 9 }] }),
        ["pie"] = Chart.Pie<double, string, string>([5, 3, 2], Labels: new[] { "conv", "fc", "bn" }),
        ["table"] = Chart.Table(
            TableCells.init<string[], string>(Values: new[] { new[] { "layer" }, new[] { "output" } }),
            TableCells.init<string[], string>(Values: new[] { new[] { "conv1", "fc" }, new[] { "64x112x112", "1000" } })),
        ["grid"] = Chart.Grid([Chart.Line<double, double, string>(X, X, Name: "one"), Chart.Heatmap<double, double, double, string>([[1, 2], [3, 4]])], 1, 2, SubPlotTitles: new[] { "left", "right" }),
        ["stack"] = Chart.SingleStack([Chart.Line<double, double, string>(X, X), Chart.Line<double, double, string>(X, X)]),
        ["pareto"] = Chart.Pareto<string>(["a", "b"], [10, 40], Name: "n", Label: "count", ShowGrid: false),
        ["notes"] = Chart.Line<double, double, string>(X, X)
            .WithAnnotation(Annotation.init<double, double, double, string, double, string, double, string, double, string>(X: 30, Y: 30, Text: "a long text at the very edge of the plot"))
            .WithShape(Shape.init<double, double, double, double>(ShapeType: StyleParam.ShapeType.Line, X0: 1, X1: 30, Y0: 5, Y1: 5)),
    };
}
