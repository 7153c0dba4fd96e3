namespace Plotly.NET.LayoutObjects;

/// <summary>One text size for all labels (layout.uniformtext).</summary>
public class UniformText : PlotlyObject
{
    /// <summary>Makes an <see cref="UniformText"/> with what is given; the rest is left to plotly.js.</summary>
    public static UniformText init(FSharpOption<int>? MinSize = null, FSharpOption<StyleParam.UniformTextMode>? Mode = null) =>
        new UniformText()
            .With("minsize", MinSize)
            .With("mode", Mode);
}
