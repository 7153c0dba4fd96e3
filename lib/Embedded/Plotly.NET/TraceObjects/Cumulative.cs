namespace Plotly.NET.TraceObjects;

/// <summary>Whether and how a histogram accumulates.</summary>
public class Cumulative : PlotlyObject
{
    /// <summary>Makes a <see cref="Cumulative"/> with what is given; the rest is left to plotly.js.</summary>
    public static Cumulative init(
        FSharpOption<bool>? Enabled = null,
        FSharpOption<StyleParam.CumulativeDirection>? Direction = null,
        FSharpOption<StyleParam.Currentbin>? Currentbin = null) =>
        new Cumulative()
            .With("enabled", Enabled)
            .With("direction", Direction)
            .With("currentbin", Currentbin);
}
