namespace Plotly.NET.LayoutObjects;

/// <summary>The part of the plotting area that a subplot covers.</summary>
public class Domain : PlotlyObject
{
    /// <summary>Makes a <see cref="Domain"/> with what is given; the rest is left to plotly.js.</summary>
    public static Domain init(
        FSharpOption<StyleParam.Range>? X = null,
        FSharpOption<StyleParam.Range>? Y = null,
        FSharpOption<int>? Row = null,
        FSharpOption<int>? Column = null) =>
        new Domain()
            .With("x", X)
            .With("y", Y)
            .With("row", Row)
            .With("column", Column);
}
