namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>Shares of a whole as sectors of a ring.</summary>
    public static GenericChart Doughnut<ValuesType, LabelsType, TextType>(
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
        Pie<ValuesType, LabelsType, TextType>(
            values: values,
            Name: Name,
            ShowLegend: ShowLegend,
            Opacity: Opacity,
            MultiOpacity: MultiOpacity,
            Labels: Labels,
            Pull: Pull,
            MultiPull: MultiPull,
            Text: Text,
            MultiText: MultiText,
            TextPosition: TextPosition,
            MultiTextPosition: MultiTextPosition,
            SectionColors: SectionColors,
            SectionOutlineColor: SectionOutlineColor,
            SectionOutlineWidth: SectionOutlineWidth,
            SectionOutlineMultiWidth: SectionOutlineMultiWidth,
            SectionOutline: SectionOutline,
            Marker: Marker,
            TextInfo: TextInfo,
            Direction: Direction,
            Hole: Hole.IsSome ? Hole : 0.4,
            Rotation: Rotation,
            Sort: Sort,
            UseDefaults: UseDefaults);
}
