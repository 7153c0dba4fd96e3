namespace Plotly.NET;

/// <summary>Space around a title in pixels.</summary>
public class Padding : PlotlyObject
{
    /// <summary>Makes a <see cref="Padding"/> with what is given; the rest is left to plotly.js.</summary>
    public static Padding init(
        FSharpOption<int>? B = null,
        FSharpOption<int>? L = null,
        FSharpOption<int>? R = null,
        FSharpOption<int>? T = null) =>
        new Padding()
            .With("b", B)
            .With("l", L)
            .With("r", R)
            .With("t", T);
}
