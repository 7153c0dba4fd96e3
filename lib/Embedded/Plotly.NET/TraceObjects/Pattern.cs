namespace Plotly.NET.TraceObjects;

/// <summary>The pattern fill of bars and sectors.</summary>
public class Pattern : PlotlyObject
{
    /// <summary>Makes a <see cref="Pattern"/> with what is given; the rest is left to plotly.js.</summary>
    public static Pattern init(
        FSharpOption<Color>? BGColor = null,
        FSharpOption<Color>? FGColor = null,
        FSharpOption<double>? FGOpacity = null,
        FSharpOption<StyleParam.PatternFillMode>? FillMode = null,
        FSharpOption<StyleParam.PatternShape>? Shape = null,
        FSharpOption<IEnumerable<StyleParam.PatternShape>>? MultiShape = null,
        FSharpOption<int>? Size = null,
        FSharpOption<IEnumerable<int>>? MultiSize = null,
        FSharpOption<double>? Solidity = null) =>
        new Pattern()
            .With("bgcolor", BGColor)
            .With("fgcolor", FGColor)
            .With("fgopacity", FGOpacity)
            .With("fillmode", FillMode)
            .With("shape", Shape, MultiShape)
            .With("size", Size, MultiSize)
            .With("solidity", Solidity);
}
