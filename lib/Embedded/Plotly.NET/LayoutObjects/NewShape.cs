namespace Plotly.NET.LayoutObjects;

/// <summary>How a shape is drawn by hand (layout.newshape).</summary>
public class NewShape : PlotlyObject
{
    /// <summary>Makes a <see cref="NewShape"/> with what is given; the rest is left to plotly.js.</summary>
    public static NewShape init(
        FSharpOption<StyleParam.DrawDirection>? DrawDirection = null,
        FSharpOption<Color>? FillColor = null,
        FSharpOption<StyleParam.FillRule>? FillRule = null,
        FSharpOption<StyleParam.Layer>? Layer = null,
        FSharpOption<bool>? ShowLegend = null,
        FSharpOption<StyleParam.SubPlotId>? Legend = null,
        FSharpOption<int>? LegendRank = null,
        FSharpOption<string>? LegendGroup = null,
        FSharpOption<Title>? LegendGroupTitle = null,
        FSharpOption<double>? LegendWidth = null,
        FSharpOption<Line>? Line = null,
        FSharpOption<string>? Name = null,
        FSharpOption<double>? Opacity = null,
        FSharpOption<StyleParam.Visible>? Visible = null) =>
        new NewShape()
            .With("drawdirection", DrawDirection)
            .With("fillcolor", FillColor)
            .With("fillrule", FillRule)
            .With("layer", Layer)
            .With("showlegend", ShowLegend)
            .With("legend", Legend)
            .With("legendrank", LegendRank)
            .With("legendgroup", LegendGroup)
            .With("legendgrouptitle", LegendGroupTitle)
            .With("legendwidth", LegendWidth)
            .With("line", Line)
            .With("name", Name)
            .With("opacity", Opacity)
            .With("visible", Visible);
}
