namespace Plotly.NET.LayoutObjects;

/// <summary>The colour scales that traces take unless they name one (layout.colorscale).</summary>
public class DefaultColorScales : PlotlyObject
{
    /// <summary>Makes a <see cref="DefaultColorScales"/> with what is given; the rest is left to plotly.js.</summary>
    public static DefaultColorScales init(
        FSharpOption<StyleParam.Colorscale>? Diverging = null,
        FSharpOption<StyleParam.Colorscale>? Sequential = null,
        FSharpOption<StyleParam.Colorscale>? SequentialMinus = null) =>
        new DefaultColorScales()
            .With("diverging", Diverging)
            .With("sequential", Sequential)
            .With("sequentialminus", SequentialMinus);
}
