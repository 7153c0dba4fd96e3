namespace Plotly.NET.TraceObjects;

/// <summary>Start, end and width of histogram bins.</summary>
public class Bins : PlotlyObject
{
    /// <summary>Makes a <see cref="Bins"/> with what is given; the rest is left to plotly.js.</summary>
    public static Bins init(FSharpOption<double>? Start = null, FSharpOption<double>? End = null, FSharpOption<double>? Size = null) =>
        new Bins()
            .With("start", Start)
            .With("end", End)
            .With("size", Size);
}
