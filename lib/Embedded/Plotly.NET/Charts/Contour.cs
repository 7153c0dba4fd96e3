namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Lines of equal height over a grid, filled between.</summary>
    public static GenericChart Contour<ZType, XType, YType, TextType>(
        IEnumerable<IEnumerable<ZType>> zData,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default,
        Optional<IEnumerable<XType>> X = default,
        Optional<IEnumerable<YType>> Y = default,
        Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default,
        Optional<bool> ShowScale = default,
        Optional<bool> ReverseScale = default,
        Optional<bool> Transpose = default,
        Optional<Color> ContourLineColor = default,
        Optional<StyleParam.DrawingStyle> ContourLineDash = default,
        Optional<double> ContourLineSmoothing = default,
        Optional<Line> ContourLine = default,
        Optional<StyleParam.ContourColoring> ContoursColoring = default,
        Optional<StyleParam.ConstraintOperation> ContoursOperation = default,
        Optional<StyleParam.ContourType> ContoursType = default,
        Optional<bool> ShowContourLabels = default,
        Optional<Font> ContourLabelFont = default,
        Optional<Contours> Contours = default,
        Optional<Color> FillColor = default,
        Optional<int> NContours = default,
        Optional<bool> UseDefaults = default)
        where ZType : IConvertible
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible =>
        new Trace("contour")
            .WithValue("z", Rows(zData))
            .With("name", Name)
            .With("showlegend", ShowLegend)
            .With("opacity", Opacity)
            .With("x", X)
            .With("y", Y)
            .With("text", Text, MultiText)
            .With("colorbar", ColorBar)
            .With("colorscale", ColorScale)
            .With("showscale", ShowScale)
            .With("reversescale", ReverseScale)
            .With("transpose", Transpose)
            .WithValue("line", Lines(ContourLine, ContourLineColor, default)
                .With("dash", ContourLineDash)
                .With("smoothing", ContourLineSmoothing))
            .WithValue("contours", (Contours.IsSome ? Contours.Value.Copy() : new TraceObjects.Contours())
                .With("coloring", ContoursColoring)
                .With("operation", ContoursOperation)
                .With("type", ContoursType)
                .With("showlabels", ShowContourLabels)
                .With("labelfont", ContourLabelFont))
            .With("fillcolor", FillColor)
            .With("ncontours", NContours)
            .AsChart(UseDefaults);
}
