namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Lines of equal density of pairs of values.</summary>
    public static GenericChart Histogram2DContour<XType, YType, ZType>(
        IEnumerable<XType> x,
        IEnumerable<YType> y,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default,
        Optional<IEnumerable<IEnumerable<ZType>>> Z = default,
        Optional<StyleParam.HistFunc> HistFunc = default,
        Optional<StyleParam.HistNorm> HistNorm = default,
        Optional<int> NBinsX = default,
        Optional<int> NBinsY = default,
        Optional<string> BinGroup = default,
        Optional<string> XBinGroup = default,
        Optional<Bins> XBins = default,
        Optional<string> YBinGroup = default,
        Optional<Bins> YBins = default,
        Optional<Marker> Marker = default,
        Optional<Color> ContourLineColor = default,
        Optional<StyleParam.DrawingStyle> ContourLineDash = default,
        Optional<double> ContourLineSmoothing = default,
        Optional<Line> ContourLine = default,
        Optional<ColorBar> ColorBar = default,
        Optional<StyleParam.Colorscale> ColorScale = default,
        Optional<bool> ShowScale = default,
        Optional<bool> ReverseScale = default,
        Optional<Contours> Contours = default,
        Optional<int> NContours = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where ZType : IConvertible =>
        new Trace("histogram2dcontour")
            .WithValue("x", x)
            .WithValue("y", y)
            .With("z", Z)
            .With("name", Name)
            .With("showlegend", ShowLegend)
            .With("opacity", Opacity)
            .With("histfunc", HistFunc)
            .With("histnorm", HistNorm)
            .With("nbinsx", NBinsX)
            .With("nbinsy", NBinsY)
            .With("bingroup", BinGroup)
            .With("xbingroup", XBinGroup)
            .With("xbins", XBins)
            .With("ybingroup", YBinGroup)
            .With("ybins", YBins)
            .With("marker", Marker)
            .WithValue("line", Lines(ContourLine, ContourLineColor, default)
                .With("dash", ContourLineDash)
                .With("smoothing", ContourLineSmoothing))
            .With("colorbar", ColorBar)
            .With("colorscale", ColorScale)
            .With("showscale", ShowScale)
            .With("reversescale", ReverseScale)
            .With("contours", Contours)
            .With("ncontours", NContours)
            .AsChart(UseDefaults);
}
