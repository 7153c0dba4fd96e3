namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Points, lines or texts at (x, y), as <paramref name="mode"/> says.</summary>
    public static GenericChart Scatter<XType, YType, TextType>(
        IEnumerable<XType> x,
        IEnumerable<YType> y,
        StyleParam.Mode mode,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<Color> MarkerColor = default,
        Optional<StyleParam.Colorscale> MarkerColorScale = default,
        Optional<Line> MarkerOutline = default,
        Optional<StyleParam.MarkerSymbol> MarkerSymbol = default,
        Optional<IEnumerable<StyleParam.MarkerSymbol>> MultiMarkerSymbol = default,
        Optional<Marker> Marker = default,
        Optional<Color> LineColor = default,
        Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default,
        Optional<StyleParam.DrawingStyle> LineDash = default,
        Optional<Line> Line = default,
        Optional<string> StackGroup = default,
        Optional<StyleParam.Orientation> Orientation = default,
        Optional<StyleParam.GroupNorm> GroupNorm = default,
        Optional<StyleParam.Fill> Fill = default,
        Optional<Color> FillColor = default,
        Optional<bool> UseWebGL = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible =>
        Scattered(useWebGl: UseWebGL)
            .WithValue("x", x)
            .WithValue("y", y)
            .WithValue("mode", mode)
            .With("name", Name)
            .With("showlegend", ShowLegend)
            .With("opacity", Opacity)
            .With("text", Text, MultiText)
            .With("textposition", TextPosition, MultiTextPosition)
            .With("stackgroup", StackGroup)
            .With("orientation", Orientation)
            .With("groupnorm", GroupNorm)
            .With("fill", Fill)
            .With("fillcolor", FillColor)
            .WithValue("marker", Markers(Marker, MarkerColor)
                .With("colorscale", MarkerColorScale)
                .With("line", MarkerOutline)
                .With("symbol", MarkerSymbol, MultiMarkerSymbol)
                .With("opacity", default(Optional<double>), MultiOpacity))
            .WithValue("line", Lines(Line, LineColor, LineWidth)
                .With("colorscale", LineColorScale)
                .With("dash", LineDash))
            .AsChart(UseDefaults);
}
