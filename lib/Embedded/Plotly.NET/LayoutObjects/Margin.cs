namespace Plotly.NET.LayoutObjects;

/// <summary>The space around the plotting area in pixels (layout.margin).</summary>
public class Margin : PlotlyObject
{
    /// <summary>Makes a <see cref="Margin"/> with what is given; the rest is left to plotly.js.</summary>
    public static Margin init<a, b, c, d, e, f>(
        FSharpOption<a>? Left = null,
        FSharpOption<b>? Right = null,
        FSharpOption<c>? Top = null,
        FSharpOption<d>? Bottom = null,
        FSharpOption<e>? Pad = null,
        FSharpOption<f>? Autoexpand = null) =>
        new Margin()
            .With("l", Left)
            .With("r", Right)
            .With("t", Top)
            .With("b", Bottom)
            .With("pad", Pad)
            .With("autoexpand", Autoexpand);
}
