// Plotly.NET.CSharp: the extension methods that style a chart.

namespace Plotly.NET.CSharp;

/// <summary>Styles charts.</summary>
public static partial class GenericChartExtensions
{
    /// <summary>The layout of the chart.</summary>
    public static Layout GetLayout(this GenericChart gChart) =>
        GenericChart.getLayout(gChart);

    /// <summary>The data series of the chart.</summary>
    public static Trace[] GetTraces(this GenericChart gChart) =>
        gChart.Traces;

    /// <summary>Writes the chart as a page that opens from disk; .html is added where it is missing.</summary>
    public static void SaveHtml(this GenericChart gChart, string path, Optional<bool> OpenInBrowser = default) =>
        Rendering.ChartPage.Save(gChart, path, OpenInBrowser.Or(false));

    /// <summary>Writes the chart as a temporary page and opens it in the browser.</summary>
    public static void Show(this GenericChart gChart) =>
        Rendering.ChartPage.Show(gChart);

    /// <summary>Names the series and says how the legend shows it.</summary>
    public static GenericChart WithTraceInfo(
        this GenericChart gChart,
        Optional<string> Name = default,
        Optional<StyleParam.Visible> Visible = default,
        Optional<bool> ShowLegend = default,
        Optional<int> LegendRank = default,
        Optional<string> LegendGroup = default,
        Optional<Title> LegendGroupTitle = default) =>
        gChart.WithTraceInformation(Name.ToOption(), Visible.ToOption(), ShowLegend.ToOption(), LegendRank.ToOption(), LegendGroup.ToOption(), LegendGroupTitle.ToOption());

    /// <summary>Sets the size in pixels.</summary>
    public static GenericChart WithSize(this GenericChart gChart, Optional<int> Width = default, Optional<int> Height = default) =>
        gChart.MapLayout(layout => layout.With("width", Width).With("height", Height));

    /// <summary>Styles an x axis: title, type, range, grid.</summary>
    public static GenericChart WithXAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart,
        Optional<string> TitleText = default,
        Optional<Font> TitleFont = default,
        Optional<int> TitleStandoff = default,
        Optional<Title> Title = default,
        Optional<Color> Color = default,
        Optional<StyleParam.AxisType> AxisType = default,
        Optional<Tuple<MinType, MaxType>> MinMax = default,
        Optional<StyleParam.Mirror> Mirror = default,
        Optional<bool> ShowSpikes = default,
        Optional<Color> SpikeColor = default,
        Optional<int> SpikeThickness = default,
        Optional<bool> ShowLine = default,
        Optional<Color> LineColor = default,
        Optional<bool> ShowGrid = default,
        Optional<Color> GridColor = default,
        Optional<bool> ZeroLine = default,
        Optional<Color> ZeroLineColor = default,
        Optional<StyleParam.LinearAxisId> Anchor = default,
        Optional<StyleParam.Side> Side = default,
        Optional<StyleParam.LinearAxisId> Overlaying = default,
        Optional<Tuple<double, double>> Domain = default,
        Optional<double> Position = default,
        Optional<StyleParam.CategoryOrder> CategoryOrder = default,
        Optional<IEnumerable<CategoryArrayType>> CategoryArray = default,
        Optional<RangeSlider> RangeSlider = default,
        Optional<RangeSelector> RangeSelector = default,
        Optional<Color> BackgroundColor = default,
        Optional<bool> ShowBackground = default,
        Optional<StyleParam.SubPlotId> Id = default)
        where MinType : IConvertible
        where MaxType : IConvertible
        where CategoryArrayType : IConvertible =>
        gChart.WithAxis(Id.IsSome ? Id.Value.ToString() : "xaxis", new LinearAxis()
            .With("color", Color)
            .WithTitle(TitleText, TitleFont, TitleStandoff, Title)
            .With("type", AxisType)
            .With("range", MinMax.IsSome ? new Optional<object>(new object[] { MinMax.Value.Item1, MinMax.Value.Item2 }, true) : default)
            .With("mirror", Mirror)
            .With("showspikes", ShowSpikes)
            .With("spikecolor", SpikeColor)
            .With("spikethickness", SpikeThickness)
            .With("showline", ShowLine)
            .With("linecolor", LineColor)
            .With("showgrid", ShowGrid)
            .With("gridcolor", GridColor)
            .With("zeroline", ZeroLine)
            .With("zerolinecolor", ZeroLineColor)
            .With("anchor", Anchor)
            .With("side", Side)
            .With("overlaying", Overlaying)
            .With("domain", Domain.IsSome ? new Optional<object>(new[] { Domain.Value.Item1, Domain.Value.Item2 }, true) : default)
            .With("position", Position)
            .With("categoryorder", CategoryOrder)
            .With("categoryarray", CategoryArray)
            .With("rangeslider", RangeSlider)
            .With("rangeselector", RangeSelector)
            .With("backgroundcolor", BackgroundColor)
            .With("showbackground", ShowBackground));

    /// <summary>Styles a y axis: title, type, range, grid.</summary>
    public static GenericChart WithYAxisStyle<MinType, MaxType, CategoryArrayType>(
        this GenericChart gChart,
        Optional<string> TitleText = default,
        Optional<Font> TitleFont = default,
        Optional<int> TitleStandoff = default,
        Optional<Title> Title = default,
        Optional<Color> Color = default,
        Optional<StyleParam.AxisType> AxisType = default,
        Optional<Tuple<MinType, MaxType>> MinMax = default,
        Optional<StyleParam.Mirror> Mirror = default,
        Optional<bool> ShowSpikes = default,
        Optional<Color> SpikeColor = default,
        Optional<int> SpikeThickness = default,
        Optional<bool> ShowLine = default,
        Optional<Color> LineColor = default,
        Optional<bool> ShowGrid = default,
        Optional<Color> GridColor = default,
        Optional<bool> ZeroLine = default,
        Optional<Color> ZeroLineColor = default,
        Optional<StyleParam.LinearAxisId> Anchor = default,
        Optional<StyleParam.Side> Side = default,
        Optional<StyleParam.LinearAxisId> Overlaying = default,
        Optional<Tuple<double, double>> Domain = default,
        Optional<double> Position = default,
        Optional<StyleParam.CategoryOrder> CategoryOrder = default,
        Optional<IEnumerable<CategoryArrayType>> CategoryArray = default,
        Optional<RangeSlider> RangeSlider = default,
        Optional<RangeSelector> RangeSelector = default,
        Optional<Color> BackgroundColor = default,
        Optional<bool> ShowBackground = default,
        Optional<StyleParam.SubPlotId> Id = default)
        where MinType : IConvertible
        where MaxType : IConvertible
        where CategoryArrayType : IConvertible =>
        gChart.WithAxis(Id.IsSome ? Id.Value.ToString() : "yaxis", new LinearAxis()
            .With("color", Color)
            .WithTitle(TitleText, TitleFont, TitleStandoff, Title)
            .With("type", AxisType)
            .With("range", MinMax.IsSome ? new Optional<object>(new object[] { MinMax.Value.Item1, MinMax.Value.Item2 }, true) : default)
            .With("mirror", Mirror)
            .With("showspikes", ShowSpikes)
            .With("spikecolor", SpikeColor)
            .With("spikethickness", SpikeThickness)
            .With("showline", ShowLine)
            .With("linecolor", LineColor)
            .With("showgrid", ShowGrid)
            .With("gridcolor", GridColor)
            .With("zeroline", ZeroLine)
            .With("zerolinecolor", ZeroLineColor)
            .With("anchor", Anchor)
            .With("side", Side)
            .With("overlaying", Overlaying)
            .With("domain", Domain.IsSome ? new Optional<object>(new[] { Domain.Value.Item1, Domain.Value.Item2 }, true) : default)
            .With("position", Position)
            .With("categoryorder", CategoryOrder)
            .With("categoryarray", CategoryArray)
            .With("rangeslider", RangeSlider)
            .With("rangeselector", RangeSelector)
            .With("backgroundcolor", BackgroundColor)
            .With("showbackground", ShowBackground));

    /// <summary>Puts a range slider below an x axis.</summary>
    public static GenericChart WithXAxisRangeSlider(
        this GenericChart gChart,
        RangeSlider rangeSlider,
        Optional<StyleParam.SubPlotId> Id = default) =>
        gChart.WithAxis(Id.IsSome ? Id.Value.ToString() : "xaxis", new LinearAxis().WithValue("rangeslider", rangeSlider));

    /// <summary>Lays a legend over the present one.</summary>
    public static GenericChart WithLegend(this GenericChart gChart, Legend legend) =>
        gChart.MapLayout(layout => layout.WithValue("legend", layout.Nested<Legend>("legend").Merge(legend)));

    /// <summary>Styles the legend.</summary>
    public static GenericChart WithLegendStyle(
        this GenericChart gChart,
        Optional<Color> BGColor = default,
        Optional<Color> BorderColor = default,
        Optional<double> BorderWidth = default,
        Optional<double> EntryWidth = default,
        Optional<StyleParam.EntryWidthMode> EntryWidthMode = default,
        Optional<Font> Font = default,
        Optional<StyleParam.TraceGroupClickOptions> GroupClick = default,
        Optional<Font> GroupTitleFont = default,
        Optional<StyleParam.TraceItemClickOptions> ItemClick = default,
        Optional<StyleParam.TraceItemClickOptions> ItemDoubleClick = default,
        Optional<StyleParam.TraceItemSizing> ItemSizing = default,
        Optional<int> ItemWidth = default,
        Optional<StyleParam.Orientation> Orientation = default,
        Optional<Title> Title = default,
        Optional<double> TraceGroupGap = default,
        Optional<StyleParam.TraceOrder> TraceOrder = default,
        Optional<string> UIRevision = default,
        Optional<StyleParam.VerticalAlign> VerticalAlign = default,
        Optional<double> X = default,
        Optional<StyleParam.XAnchorPosition> XAnchor = default,
        Optional<double> Y = default,
        Optional<StyleParam.YAnchorPosition> YAnchor = default) =>
        gChart.WithLegend(new Legend()
            .With("bgcolor", BGColor)
            .With("bordercolor", BorderColor)
            .With("borderwidth", BorderWidth)
            .With("entrywidth", EntryWidth)
            .With("entrywidthmode", EntryWidthMode)
            .With("font", Font)
            .With("groupclick", GroupClick)
            .With("grouptitlefont", GroupTitleFont)
            .With("itemclick", ItemClick)
            .With("itemdoubleclick", ItemDoubleClick)
            .With("itemsizing", ItemSizing)
            .With("itemwidth", ItemWidth)
            .With("orientation", Orientation)
            .With("title", Title)
            .With("tracegroupgap", TraceGroupGap)
            .With("traceorder", TraceOrder)
            .With("uirevision", UIRevision)
            .With("valign", VerticalAlign)
            .With("x", X)
            .With("xanchor", XAnchor)
            .With("y", Y)
            .With("yanchor", YAnchor));
}
