namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Median, quartiles, whiskers and outliers.</summary>
    public static GenericChart BoxPlot<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default,
        Optional<IEnumerable<YType>> Y = default,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<Color> FillColor = default,
        Optional<Color> MarkerColor = default,
        Optional<Marker> Marker = default,
        Optional<double> Opacity = default,
        Optional<double> WhiskerWidth = default,
        Optional<StyleParam.BoxPoints> BoxPoints = default,
        Optional<StyleParam.BoxMean> BoxMean = default,
        Optional<double> Jitter = default,
        Optional<double> PointPos = default,
        Optional<StyleParam.Orientation> Orientation = default,
        Optional<Color> OutlineColor = default,
        Optional<double> OutlineWidth = default,
        Optional<Line> Outline = default,
        Optional<string> AlignmentGroup = default,
        Optional<string> OffsetGroup = default,
        Optional<bool> Notched = default,
        Optional<double> NotchWidth = default,
        Optional<StyleParam.QuartileMethod> QuartileMethod = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible =>
        new Trace("box")
            .With("x", X)
            .With("y", Y)
            .With("name", Name)
            .With("showlegend", ShowLegend)
            .With("text", Text, MultiText)
            .With("fillcolor", FillColor)
            .WithValue("marker", Markers(Marker, MarkerColor))
            .With("opacity", Opacity)
            .With("whiskerwidth", WhiskerWidth)
            .With("boxpoints", BoxPoints)
            .With("boxmean", BoxMean)
            .With("jitter", Jitter)
            .With("pointpos", PointPos)
            .With("orientation", Orientation)
            .WithValue("line", Lines(Outline, OutlineColor, OutlineWidth))
            .With("alignmentgroup", AlignmentGroup)
            .With("offsetgroup", OffsetGroup)
            .With("notched", Notched)
            .With("notchwidth", NotchWidth)
            .With("quartilemethod", QuartileMethod)
            .AsChart(UseDefaults);
}
