namespace Plotly.NET.TraceObjects;

/// <summary>The mean line of a violin.</summary>
public class MeanLine : PlotlyObject
{
    /// <summary>Makes a <see cref="MeanLine"/> with what is given; the rest is left to plotly.js.</summary>
    public static MeanLine init(
        FSharpOption<bool>? Visible = null,
        FSharpOption<Color>? Color = null,
        FSharpOption<double>? Width = null) =>
        new MeanLine()
            .With("visible", Visible)
            .With("color", Color)
            .With("width", Width);
}
