// What the course's charts share: titles with units, texts at places, and checks of their data.

using Plotly.NET;
using Plotly.NET.CSharp;
using Plotly.NET.LayoutObjects;

namespace ConvNets.Plots;

/// <summary>Parts of charts.</summary>
internal static class ChartParts
{
    public static GenericChart Titled(this GenericChart chart, string title, string x, string y, bool logX = false, bool logY = false) =>
        chart
            .WithTitle(title)
            .WithXAxisStyle<double, double, string>(TitleText: x, AxisType: logX ? StyleParam.AxisType.Log : default(Optional<StyleParam.AxisType>))
            .WithYAxisStyle<double, double, string>(TitleText: y, AxisType: logY ? StyleParam.AxisType.Log : default(Optional<StyleParam.AxisType>));

    /// <summary>Width in pixels of the plot of points with names.</summary>
    public const int PlotWidth = 760;

    /// <summary>What such a plot leaves free on either side of its points, as a share of their span.</summary>
    public const double RoomX = 0.15, RoomY = 0.1;

    /// <summary>Height in pixels of the plot of so many points with names.</summary>
    public static int PlotHeight(int points) => points > 12 ? 420 : 280;

    /// <summary>A chart of points with names: its size and its ranges are fixed, so that <see cref="LabelPlaces"/> knows where each point stands.</summary>
    public static GenericChart WithRoomForNames(this GenericChart chart, IReadOnlyList<double> xs, IReadOnlyList<double> ys, bool logX)
    {
        static Tuple<double, double> Range(IEnumerable<double> places, double room)
        {
            var (low, high) = (places.Min(), places.Max());
            var free = high > low ? room * (high - low) : 0.5;
            return Tuple.Create(low - free, high + free);
        }

        var margin = (Left: 80, Right: 20, Top: 60, Bottom: 90);
        return chart
            .WithXAxisStyle<double, double, string>(MinMax: Range(xs.Select(x => logX ? Math.Log10(x) : x), RoomX))
            .WithYAxisStyle<double, double, string>(MinMax: Range(ys, RoomY))
            .WithLegendStyle(Orientation: StyleParam.Orientation.Horizontal)
            .WithMargin(Margin.init<int, int, int, int, int, bool>(Left: margin.Left, Right: margin.Right, Top: margin.Top, Bottom: margin.Bottom))
            .WithSize(Width: margin.Left + PlotWidth + margin.Right, Height: margin.Top + PlotHeight(xs.Count) + margin.Bottom);
    }

    /// <summary>A text without arrow at a place of the data.</summary>
    public static Annotation Text(double x, double y, string text, double size = 11, Color? color = null, int shiftY = 0) =>
        Annotation.init<double, double, double, string, double, string, double, string, double, string>(
            X: x,
            Y: y,
            Text: text,
            ShowArrow: false,
            YShift: shiftY,
            Font: color is null ? Font.init(Size: size) : Font.init(Size: size, Color: color));

    /// <summary>A line from one place of the data to another.</summary>
    public static GenericChart Reference(double x0, double y0, double x1, double y1, string name) =>
        Plotly.NET.CSharp.Chart.Line<double, double, string>(
            new[] { x0, x1 },
            new[] { y0, y1 },
            Name: name,
            LineColor: Palette.Quiet,
            LineDash: StyleParam.DrawingStyle.Dash,
            LineWidth: 1.5);

    public static void SameLength(string what, string first, int firstCount, string second, int secondCount)
    {
        if (firstCount != secondCount)
        {
            throw new ArgumentException($"{what} needs as many {second} as {first}; given were {firstCount} {first} and {secondCount} {second}.");
        }
    }

    public static double[] Numbers(int count, double start = 1) => [.. Enumerable.Range(0, count).Select(i => start + i)];
}
