// Plotly.NET: the extension methods that style axes, legend, annotations and the page of a chart.

namespace Plotly.NET;

/// <summary>Styles charts.</summary>
public static partial class GenericChartExtensions
{
    /// <summary>Lays an x axis over the present one.</summary>
    public static GenericChart WithXAxis(this GenericChart @this, LinearAxis xAxis, FSharpOption<StyleParam.SubPlotId>? Id = null) =>
        @this.WithAxis(Id?.Value.ToString() ?? "xaxis", xAxis);

    /// <summary>Styles an x axis: title, range, grid.</summary>
    public static GenericChart WithXAxisStyle(
        this GenericChart @this,
        Title title,
        FSharpOption<Tuple<IConvertible, IConvertible>>? MinMax = null,
        FSharpOption<bool>? ShowGrid = null,
        FSharpOption<bool>? ShowLine = null,
        FSharpOption<StyleParam.Side>? Side = null,
        FSharpOption<StyleParam.LinearAxisId>? Overlaying = null,
        FSharpOption<StyleParam.SubPlotId>? Id = null,
        FSharpOption<Tuple<IConvertible, IConvertible>>? Domain = null,
        FSharpOption<double>? Position = null,
        FSharpOption<bool>? ZeroLine = null,
        FSharpOption<StyleParam.LinearAxisId>? Anchor = null) =>
        @this.WithAxis(Id?.Value.ToString() ?? "xaxis", new LinearAxis()
            .WithValue("title", title)
            .WithRange("range", MinMax)
            .With("showgrid", ShowGrid)
            .With("showline", ShowLine)
            .With("anchor", Anchor)
            .With("side", Side)
            .WithRange("domain", Domain)
            .With("overlaying", Overlaying)
            .With("position", Position)
            .With("zeroline", ZeroLine));

    /// <summary>Puts a range slider below an x axis.</summary>
    public static GenericChart WithXAxisRangeSlider(
        this GenericChart @this,
        RangeSlider rangeSlider,
        FSharpOption<StyleParam.SubPlotId>? Id = null) =>
        @this.WithAxis(Id?.Value.ToString() ?? "xaxis", new LinearAxis().WithValue("rangeslider", rangeSlider));

    /// <summary>Lays a y axis over the present one.</summary>
    public static GenericChart WithYAxis(this GenericChart @this, LinearAxis yAxis, FSharpOption<StyleParam.SubPlotId>? Id = null) =>
        @this.WithAxis(Id?.Value.ToString() ?? "yaxis", yAxis);

    /// <summary>Styles a y axis: title, range, grid.</summary>
    public static GenericChart WithYAxisStyle(
        this GenericChart @this,
        Title title,
        FSharpOption<Tuple<IConvertible, IConvertible>>? MinMax = null,
        FSharpOption<bool>? ShowGrid = null,
        FSharpOption<bool>? ShowLine = null,
        FSharpOption<StyleParam.Side>? Side = null,
        FSharpOption<StyleParam.LinearAxisId>? Overlaying = null,
        FSharpOption<StyleParam.SubPlotId>? Id = null,
        FSharpOption<Tuple<IConvertible, IConvertible>>? Domain = null,
        FSharpOption<double>? Position = null,
        FSharpOption<bool>? ZeroLine = null,
        FSharpOption<StyleParam.LinearAxisId>? Anchor = null) =>
        @this.WithAxis(Id?.Value.ToString() ?? "yaxis", new LinearAxis()
            .WithValue("title", title)
            .WithRange("range", MinMax)
            .With("showgrid", ShowGrid)
            .With("showline", ShowLine)
            .With("anchor", Anchor)
            .With("side", Side)
            .WithRange("domain", Domain)
            .With("overlaying", Overlaying)
            .With("position", Position)
            .With("zeroline", ZeroLine));

    /// <summary>Sets a colour axis that several series share.</summary>
    public static GenericChart WithColorAxis(GenericChart @this, ColorAxis colorAxis, FSharpOption<StyleParam.SubPlotId>? Id = null) =>
        @this.MapLayout(l => l.WithValue(Id?.Value.ToString() ?? "coloraxis", colorAxis));

    /// <summary>Lays a layout over the present one.</summary>
    public static GenericChart WithLayout(this GenericChart @this, Layout layout) =>
        GenericChart.addLayout(layout, @this);

    /// <summary>Sets the grid of subplots.</summary>
    public static GenericChart WithLayoutGrid(this GenericChart @this, LayoutGrid layoutGrid) =>
        @this.MapLayout(l => l.WithValue("grid", layoutGrid));

    /// <summary>Styles the grid of subplots.</summary>
    public static GenericChart WithLayoutGridStyle(
        this GenericChart @this,
        FSharpOption<Tuple<StyleParam.LinearAxisId, StyleParam.LinearAxisId>[][]>? SubPlots = null,
        FSharpOption<StyleParam.LinearAxisId[]>? XAxes = null,
        FSharpOption<StyleParam.LinearAxisId[]>? YAxes = null,
        FSharpOption<int>? Rows = null,
        FSharpOption<int>? Columns = null,
        FSharpOption<StyleParam.LayoutGridRowOrder>? RowOrder = null,
        FSharpOption<StyleParam.LayoutGridPattern>? Pattern = null,
        FSharpOption<double>? XGap = null,
        FSharpOption<double>? YGap = null,
        FSharpOption<Domain>? Domain = null,
        FSharpOption<StyleParam.LayoutGridXSide>? XSide = null,
        FSharpOption<StyleParam.LayoutGridYSide>? YSide = null) =>
        @this.MapLayout(l => l.WithValue("grid", l.Nested<LayoutGrid>("grid").Merge(LayoutGrid.init(
            SubPlots: SubPlots,
            XAxes: XAxes,
            YAxes: YAxes,
            Rows: Rows,
            Columns: Columns,
            RowOrder: RowOrder,
            Pattern: Pattern,
            XGap: XGap,
            YGap: YGap,
            Domain: Domain,
            XSide: XSide,
            YSide: YSide))));

    /// <summary>Sets the legend.</summary>
    public static GenericChart WithLegend(GenericChart @this, Legend legend, FSharpOption<int>? Id = null) =>
        @this.MapLayout(l => l.WithValue(Id is null || Id.Value < 2 ? "legend" : $"legend{Id.Value}", legend));

    /// <summary>Shows or hides the legend.</summary>
    public static GenericChart WithLegend(this GenericChart @this, bool showlegend) =>
        @this.MapLayout(l => l.WithValue("showlegend", showlegend));

    /// <summary>Sets how the interactive chart behaves.</summary>
    public static GenericChart WithConfig(this GenericChart @this, Config config) =>
        GenericChart.setConfig(config, @this);

    /// <summary>Adds a text; replaces those present where <paramref name="Append"/> is false.</summary>
    public static GenericChart WithAnnotation(this GenericChart @this, Annotation annotation, FSharpOption<bool>? Append = null) =>
        @this.WithList("annotations", [annotation], Append);

    /// <summary>Adds texts; replaces those present where <paramref name="Append"/> is false.</summary>
    public static GenericChart WithAnnotations(
        this GenericChart @this,
        IEnumerable<Annotation> annotations,
        FSharpOption<bool>? Append = null) =>
        @this.WithList("annotations", annotations, Append);

    /// <summary>Sets the title.</summary>
    public static GenericChart WithTitle(this GenericChart @this, string title, FSharpOption<Font>? TitleFont = null) =>
        @this.MapLayout(l => l.WithValue("title", Title.init(Text: title, Font: TitleFont)));

    /// <summary>Sets the size in pixels.</summary>
    public static GenericChart WithSize(this GenericChart @this, int width, int height) =>
        @this.MapLayout(l => l.WithValue("width", width).WithValue("height", height));

    /// <summary>Sets the space around the plotting area.</summary>
    public static GenericChart WithMargin(this GenericChart @this, Margin margin) =>
        @this.MapLayout(l => l.WithValue("margin", margin));

    /// <summary>Sets the space around the plotting area in pixels.</summary>
    public static GenericChart WithMarginSize<a, b, c, d, e, f>(
        this GenericChart @this,
        FSharpOption<a>? Left = null,
        FSharpOption<b>? Right = null,
        FSharpOption<c>? Top = null,
        FSharpOption<d>? Bottom = null,
        FSharpOption<e>? Pad = null,
        FSharpOption<f>? Autoexpand = null) =>
        @this.WithMargin(new Margin()
            .With("l", Left)
            .With("r", Right)
            .With("t", Top)
            .With("b", Bottom)
            .With("pad", Pad)
            .With("autoexpand", Autoexpand));

    /// <summary>Sets the template: defaults for layout and traces.</summary>
    public static GenericChart WithTemplate(this GenericChart @this, Template template) =>
        @this.MapLayout(l => l.WithValue("template", template));

    /// <summary>Adds a shape; replaces those present where <paramref name="Append"/> is false.</summary>
    public static GenericChart WithShape(this GenericChart @this, Shape shape, FSharpOption<bool>? Append = null) =>
        @this.WithList("shapes", [shape], Append);

    /// <summary>Adds shapes; replaces those present where <paramref name="Append"/> is false.</summary>
    public static GenericChart WithShapes(this GenericChart @this, IEnumerable<Shape> shapes, FSharpOption<bool>? Append = null) =>
        @this.WithList("shapes", shapes, Append);

    /// <summary>Adds a picture; replaces those present where <paramref name="Append"/> is false.</summary>
    public static GenericChart WithLayoutImage(this GenericChart @this, LayoutImage image, FSharpOption<bool>? Append = null) =>
        @this.WithList("images", [image], Append);

    /// <summary>Adds pictures; replaces those present where <paramref name="Append"/> is false.</summary>
    public static GenericChart WithLayoutImages(
        this GenericChart @this,
        IEnumerable<LayoutImage> images,
        FSharpOption<bool>? Append = null) =>
        @this.WithList("images", images, Append);

    /// <summary>Writes the chart as a page that opens from disk; .html is added where it is missing.</summary>
    public static void SaveHtml(this GenericChart @this, string path, FSharpOption<bool>? OpenInBrowser = null) =>
        Rendering.ChartPage.Save(@this, path, OpenInBrowser?.Value ?? false);

    /// <summary>Writes the chart as a temporary page and opens it in the browser.</summary>
    public static void Show(this GenericChart @this) =>
        Rendering.ChartPage.Show(@this);
}
