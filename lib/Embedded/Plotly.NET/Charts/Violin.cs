namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>The estimated density of values, mirrored.</summary>
    public static GenericChart Violin<XType, YType, TextType>(
        Optional<IEnumerable<XType>> X = default,
        Optional<IEnumerable<YType>> Y = default,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<Color> FillColor = default,
        Optional<double> Opacity = default,
        Optional<StyleParam.BoxPoints> Points = default,
        Optional<double> Jitter = default,
        Optional<double> PointPos = default,
        Optional<StyleParam.Orientation> Orientation = default,
        Optional<double> Width = default,
        Optional<Color> MarkerColor = default,
        Optional<Marker> Marker = default,
        Optional<Color> OutlineColor = default,
        Optional<double> OutlineWidth = default,
        Optional<Line> Outline = default,
        Optional<string> AlignmentGroup = default,
        Optional<string> OffsetGroup = default,
        Optional<bool> ShowBox = default,
        Optional<double> BoxWidth = default,
        Optional<Color> BoxFillColor = default,
        Optional<Box> Box = default,
        Optional<double> BandWidth = default,
        Optional<MeanLine> MeanLine = default,
        Optional<string> ScaleGroup = default,
        Optional<StyleParam.ScaleMode> ScaleMode = default,
        Optional<StyleParam.ViolinSide> Side = default,
        Optional<StyleParam.Range> Span = default,
        Optional<StyleParam.SpanMode> SpanMode = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible =>
        new Trace("violin")
            .With("x", X)
            .With("y", Y)
            .With("name", Name)
            .With("showlegend", ShowLegend)
            .With("text", Text, MultiText)
            .With("fillcolor", FillColor)
            .With("opacity", Opacity)
            .With("points", Points)
            .With("jitter", Jitter)
            .With("pointpos", PointPos)
            .With("orientation", Orientation)
            .With("width", Width)
            .WithValue("marker", Markers(Marker, MarkerColor))
            .WithValue("line", Lines(Outline, OutlineColor, OutlineWidth))
            .With("alignmentgroup", AlignmentGroup)
            .With("offsetgroup", OffsetGroup)
            .WithValue("box", (Box.IsSome ? Box.Value.Copy() : new TraceObjects.Box())
                .With("visible", ShowBox)
                .With("width", BoxWidth)
                .With("fillcolor", BoxFillColor))
            .With("bandwidth", BandWidth)
            .With("meanline", MeanLine)
            .With("scalegroup", ScaleGroup)
            .With("scalemode", ScaleMode)
            .With("side", Side)
            .With("span", Span)
            .With("spanmode", SpanMode)
            .AsChart(UseDefaults);
}
