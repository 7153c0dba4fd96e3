namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Shares of a whole as sectors.</summary>
    public static GenericChart Pie<ValuesType, LabelsType, TextType>(
        IEnumerable<ValuesType> values,
        Optional<string> Name = default,
        Optional<bool> ShowLegend = default,
        Optional<double> Opacity = default,
        Optional<IEnumerable<double>> MultiOpacity = default,
        Optional<IEnumerable<LabelsType>> Labels = default,
        Optional<double> Pull = default,
        Optional<IEnumerable<double>> MultiPull = default,
        Optional<TextType> Text = default,
        Optional<IEnumerable<TextType>> MultiText = default,
        Optional<StyleParam.TextPosition> TextPosition = default,
        Optional<IEnumerable<StyleParam.TextPosition>> MultiTextPosition = default,
        Optional<IEnumerable<Color>> SectionColors = default,
        Optional<Color> SectionOutlineColor = default,
        Optional<double> SectionOutlineWidth = default,
        Optional<IEnumerable<double>> SectionOutlineMultiWidth = default,
        Optional<Line> SectionOutline = default,
        Optional<Marker> Marker = default,
        Optional<StyleParam.TextInfo> TextInfo = default,
        Optional<StyleParam.Direction> Direction = default,
        Optional<double> Hole = default,
        Optional<double> Rotation = default,
        Optional<bool> Sort = default,
        Optional<bool> UseDefaults = default)
        where ValuesType : IConvertible
        where LabelsType : IConvertible
        where TextType : IConvertible =>
        new Trace("pie")
            .WithValue("values", values)
            .With("name", Name)
            .With("showlegend", ShowLegend)
            .With("opacity", Opacity)
            .With("labels", Labels)
            .With("pull", Pull, MultiPull)
            .With("text", Text, MultiText)
            .With("textposition", TextPosition, MultiTextPosition)
            .WithValue("marker", (Marker.IsSome ? Marker.Value.Copy() : new TraceObjects.Marker())
                .With("colors", SectionColors)
                .With("opacity", default(Optional<double>), MultiOpacity)
                .WithValue("line", Lines(SectionOutline, SectionOutlineColor, SectionOutlineWidth)
                    .With("width", default(Optional<double>), SectionOutlineMultiWidth)))
            .With("textinfo", TextInfo)
            .With("direction", Direction)
            .With("hole", Hole)
            .With("rotation", Rotation)
            .With("sort", Sort)
            .AsChart(UseDefaults);
}
