// Plotly.NET: the extension methods that style the data series of a chart.

namespace Plotly.NET;

/// <summary>Styles charts.</summary>
public static partial class GenericChartExtensions
{
    /// <summary>Names the series and says how the legend shows it.</summary>
    public static GenericChart WithTraceInfo(
        this GenericChart @this,
        FSharpOption<string>? Name = null,
        FSharpOption<StyleParam.Visible>? Visible = null,
        FSharpOption<bool>? ShowLegend = null,
        FSharpOption<int>? LegendRank = null,
        FSharpOption<string>? LegendGroup = null,
        FSharpOption<Title>? LegendGroupTitle = null) =>
        @this.WithTraceInformation(Name, Visible, ShowLegend, LegendRank, LegendGroup, LegendGroupTitle);

    /// <summary>Ties the series to the axes with these numbers.</summary>
    public static GenericChart WithAxisAnchor(this GenericChart @this, FSharpOption<int>? X = null, FSharpOption<int>? Y = null) =>
        @this.MapTraces(trace => trace
            .With("xaxis", X is null ? null : new FSharpOption<StyleParam.LinearAxisId>(StyleParam.LinearAxisId.NewX(X.Value)))
            .With("yaxis", Y is null ? null : new FSharpOption<StyleParam.LinearAxisId>(StyleParam.LinearAxisId.NewY(Y.Value))));

    /// <summary>Lays a marker style over the present one.</summary>
    public static GenericChart WithMarker(this GenericChart @this, Marker marker) =>
        @this.MapTraces(trace => trace.WithValue("marker", trace.Nested<Marker>("marker").Merge(marker)));

    /// <summary>Styles symbols, bars and sectors.</summary>
    public static GenericChart WithMarkerStyle(
        this GenericChart @this,
        FSharpOption<bool>? AutoColorScale = null,
        FSharpOption<bool>? CAuto = null,
        FSharpOption<double>? CMax = null,
        FSharpOption<double>? CMid = null,
        FSharpOption<double>? CMin = null,
        FSharpOption<Color>? Color = null,
        FSharpOption<IEnumerable<Color>>? Colors = null,
        FSharpOption<StyleParam.SubPlotId>? ColorAxis = null,
        FSharpOption<ColorBar>? ColorBar = null,
        FSharpOption<StyleParam.Colorscale>? Colorscale = null,
        FSharpOption<Gradient>? Gradient = null,
        FSharpOption<Line>? Outline = null,
        FSharpOption<int>? MaxDisplayed = null,
        FSharpOption<double>? Opacity = null,
        FSharpOption<IEnumerable<double>>? MultiOpacity = null,
        FSharpOption<Pattern>? Pattern = null,
        FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null,
        FSharpOption<int>? Size = null,
        FSharpOption<IEnumerable<int>>? MultiSize = null,
        FSharpOption<int>? SizeMin = null,
        FSharpOption<StyleParam.MarkerSizeMode>? SizeMode = null,
        FSharpOption<int>? SizeRef = null,
        FSharpOption<StyleParam.MarkerSymbol>? Symbol = null,
        FSharpOption<IEnumerable<StyleParam.MarkerSymbol>>? MultiSymbol = null,
        FSharpOption<StyleParam.MarkerSymbol3D>? Symbol3D = null,
        FSharpOption<IEnumerable<StyleParam.MarkerSymbol3D>>? MultiSymbol3D = null,
        FSharpOption<Color>? OutlierColor = null,
        FSharpOption<int>? OutlierWidth = null) =>
        @this.MapTraces(trace => trace.WithValue("marker", trace.Nested<Marker>("marker")
            .With("autocolorscale", AutoColorScale)
            .With("cauto", CAuto)
            .With("cmax", CMax)
            .With("cmid", CMid)
            .With("cmin", CMin)
            .With("color", Color)
            .With("colors", Colors)
            .With("coloraxis", ColorAxis)
            .With("colorbar", ColorBar)
            .With("colorscale", Colorscale)
            .With("gradient", Gradient)
            .With("line", Outline)
            .With("maxdisplayed", MaxDisplayed)
            .With("opacity", Opacity, MultiOpacity)
            .With("pattern", Pattern)
            .With("reversescale", ReverseScale)
            .With("showscale", ShowScale)
            .With("size", Size, MultiSize)
            .With("sizemin", SizeMin)
            .With("sizemode", SizeMode)
            .With("sizeref", SizeRef)
            .With("symbol", Symbol, MultiSymbol)
            .With("symbol", Symbol3D, MultiSymbol3D)
            .With("outliercolor", OutlierColor)
            .With("outlierwidth", OutlierWidth)));

    /// <summary>Lays a line style over the present one.</summary>
    public static GenericChart WithLine(this GenericChart @this, Line line) =>
        @this.MapTraces(trace => trace.WithValue("line", trace.Nested<Line>("line").Merge(line)));

    /// <summary>Styles lines.</summary>
    public static GenericChart WithLineStyle(
        this GenericChart @this,
        FSharpOption<bool>? AutoColorScale = null,
        FSharpOption<bool>? CAuto = null,
        FSharpOption<double>? CMax = null,
        FSharpOption<double>? CMid = null,
        FSharpOption<double>? CMin = null,
        FSharpOption<Color>? Color = null,
        FSharpOption<StyleParam.SubPlotId>? ColorAxis = null,
        FSharpOption<StyleParam.Colorscale>? Colorscale = null,
        FSharpOption<bool>? ReverseScale = null,
        FSharpOption<bool>? ShowScale = null,
        FSharpOption<ColorBar>? ColorBar = null,
        FSharpOption<StyleParam.DrawingStyle>? Dash = null,
        FSharpOption<StyleParam.Shape>? Shape = null,
        FSharpOption<bool>? Simplify = null,
        FSharpOption<double>? Smoothing = null,
        FSharpOption<double>? Width = null,
        FSharpOption<IEnumerable<double>>? MultiWidth = null,
        FSharpOption<Color>? OutlierColor = null,
        FSharpOption<double>? OutlierWidth = null) =>
        @this.MapTraces(trace => trace.WithValue("line", trace.Nested<Line>("line")
            .With("autocolorscale", AutoColorScale)
            .With("cauto", CAuto)
            .With("cmax", CMax)
            .With("cmid", CMid)
            .With("cmin", CMin)
            .With("color", Color)
            .With("coloraxis", ColorAxis)
            .With("colorscale", Colorscale)
            .With("reversescale", ReverseScale)
            .With("showscale", ShowScale)
            .With("colorbar", ColorBar)
            .With("dash", Dash)
            .With("shape", Shape)
            .With("simplify", Simplify)
            .With("smoothing", Smoothing)
            .With("width", Width, MultiWidth)
            .With("outliercolor", OutlierColor)
            .With("outlierwidth", OutlierWidth)));

    /// <summary>Adds horizontal error bars.</summary>
    public static GenericChart WithXError(this GenericChart @this, Error xError) =>
        @this.MapTraces(trace => trace.WithValue("error_x", xError));

    /// <summary>Adds horizontal error bars.</summary>
    public static GenericChart WithXErrorStyle<m, n>(
        this GenericChart @this,
        FSharpOption<IEnumerable<m>>? Array = null,
        FSharpOption<IEnumerable<n>>? Arrayminus = null,
        FSharpOption<bool>? Symmetric = null,
        FSharpOption<Color>? Color = null,
        FSharpOption<double>? Thickness = null,
        FSharpOption<double>? Width = null)
        where m : IConvertible
        where n : IConvertible =>
        @this.WithXError(new Error()
            .With("array", Array)
            .With("arrayminus", Arrayminus)
            .With("symmetric", Symmetric)
            .With("color", Color)
            .With("thickness", Thickness)
            .With("width", Width));

    /// <summary>Adds vertical error bars.</summary>
    public static GenericChart WithYError(this GenericChart @this, Error yError) =>
        @this.MapTraces(trace => trace.WithValue("error_y", yError));

    /// <summary>Adds vertical error bars.</summary>
    public static GenericChart WithYErrorStyle<k, l>(
        this GenericChart @this,
        FSharpOption<IEnumerable<k>>? Array = null,
        FSharpOption<IEnumerable<l>>? Arrayminus = null,
        FSharpOption<bool>? Symmetric = null,
        FSharpOption<Color>? Color = null,
        FSharpOption<double>? Thickness = null,
        FSharpOption<double>? Width = null)
        where k : IConvertible
        where l : IConvertible =>
        @this.WithYError(new Error()
            .With("array", Array)
            .With("arrayminus", Arrayminus)
            .With("symmetric", Symmetric)
            .With("color", Color)
            .With("thickness", Thickness)
            .With("width", Width));

    /// <summary>Sets the colour bar of the series.</summary>
    public static GenericChart WithColorBar(this GenericChart @this, ColorBar colorbar) =>
        @this.MapTraces(trace => trace.WithValue("colorbar", colorbar));

    /// <summary>Sets title and look of the colour bar.</summary>
    public static GenericChart WithColorbar(
        this GenericChart @this,
        Title title,
        FSharpOption<double>? Length = null,
        FSharpOption<Color>? OutlineColor = null,
        FSharpOption<Color>? BorderColor = null,
        FSharpOption<Color>? BGColor = null) =>
        @this.WithColorBar(new ColorBar()
            .WithValue("title", title)
            .With("len", Length)
            .With("outlinecolor", OutlineColor)
            .With("bordercolor", BorderColor)
            .With("bgcolor", BGColor));
}
