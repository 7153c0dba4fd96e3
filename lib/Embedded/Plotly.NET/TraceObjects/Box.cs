namespace Plotly.NET.TraceObjects;

/// <summary>The box within a violin.</summary>
public class Box : PlotlyObject
{
    /// <summary>Makes a <see cref="Box"/> with what is given; the rest is left to plotly.js.</summary>
    public static Box init(
        FSharpOption<bool>? Visible = null,
        FSharpOption<double>? Width = null,
        FSharpOption<Color>? FillColor = null,
        FSharpOption<Color>? LineColor = null,
        FSharpOption<double>? LineWidth = null) =>
        new Box()
            .With("visible", Visible)
            .With("width", Width)
            .With("fillcolor", FillColor)
            .WithValue("line", Line.init(Color: LineColor, Width: LineWidth));
}
