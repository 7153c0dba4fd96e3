namespace Plotly.NET.CSharp;

public static partial class Chart
{
    /// <summary>A line with a band between <paramref name="lower"/> and <paramref name="upper"/>.</summary>
    public static GenericChart Range<XType, YType, TextType>(
        IEnumerable<XType> x,
        IEnumerable<YType> y,
        IEnumerable<YType> upper,
        IEnumerable<YType> lower,
        StyleParam.Mode mode,
        Optional<string> Name = default,
        Optional<string> GroupName = default,
        Optional<bool> ShowMarkers = default,
        Optional<bool> ShowLegend = default,
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
        Optional<Marker> UpperMarker = default,
        Optional<Marker> LowerMarker = default,
        Optional<Color> LineColor = default,
        Optional<StyleParam.Colorscale> LineColorScale = default,
        Optional<double> LineWidth = default,
        Optional<StyleParam.DrawingStyle> LineDash = default,
        Optional<Line> Line = default,
        Optional<Line> UpperLine = default,
        Optional<Line> LowerLine = default,
        Optional<Color> RangeColor = default,
        Optional<TextType> UpperText = default,
        Optional<IEnumerable<TextType>> MultiUpperText = default,
        Optional<TextType> LowerText = default,
        Optional<IEnumerable<TextType>> MultiLowerText = default,
        Optional<Font> TextFont = default,
        Optional<string> LowerName = default,
        Optional<string> UpperName = default,
        Optional<bool> UseDefaults = default)
        where XType : IConvertible
        where YType : IConvertible
        where TextType : IConvertible
    {
        var texts = TextPosition.IsSome || TextFont.IsSome;
        var lined = Mode(mode.ToString(), ShowMarkers.Or(false), texts);
        var group = GroupName.Or("Range");
        var band = RangeColor.Or(Plotly.NET.Color.fromString("rgba(0,0,0,0.5)"));

        var middle = Scatter<XType, YType, TextType>(
            x: x,
            y: y,
            mode: lined,
            Name: Name,
            ShowLegend: ShowLegend,
            Text: Text,
            MultiText: MultiText,
            TextPosition: TextPosition,
            MultiTextPosition: MultiTextPosition,
            MarkerColor: MarkerColor,
            MarkerColorScale: MarkerColorScale,
            MarkerOutline: MarkerOutline,
            MarkerSymbol: MarkerSymbol,
            MultiMarkerSymbol: MultiMarkerSymbol,
            Marker: Marker,
            LineColor: LineColor,
            LineColorScale: LineColorScale,
            LineWidth: LineWidth,
            LineDash: LineDash,
            Line: Line,
            UseDefaults: UseDefaults);

        Trace Edge(IEnumerable<YType> edge, string name, Optional<Marker> marker, Optional<Line> line, Optional<TextType> text, Optional<IEnumerable<TextType>> texts) =>
            new Trace("scatter")
                .WithValue("x", x)
                .WithValue("y", edge)
                .WithValue("mode", lined)
                .WithValue("name", name)
                .WithValue("showlegend", ShowLegend.Or(true))
                .WithValue("legendgroup", group)
                .With("text", text, texts)
                .With("textfont", TextFont)
                .WithValue("marker", Markers(marker, default).WithValue("color", band))
                .With("line", line);

        var traces = new List<Trace>
        {
            Edge(lower, LowerName.Or("lower"), LowerMarker, LowerLine, LowerText, MultiLowerText),
            Edge(upper, UpperName.Or("upper"), UpperMarker, UpperLine, UpperText, MultiUpperText)
                .WithValue("fill", "tonexty")
                .With("fillcolor", RangeColor),
        };
        traces.AddRange(middle.Traces.Select(t => t
            .WithValue("legendgroup", group)
            .WithValue("legendgrouptitle", NET.Title.init(Text: group))
            .With("textfont", TextFont)));
        return GenericChart.ofTraceObjects(UseDefaults.Or(true), traces);
    }
}
