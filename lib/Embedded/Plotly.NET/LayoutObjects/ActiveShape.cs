namespace Plotly.NET.LayoutObjects;

/// <summary>How a shape looks while it is edited (layout.activeshape).</summary>
public class ActiveShape : PlotlyObject
{
    /// <summary>Makes an <see cref="ActiveShape"/> with what is given; the rest is left to plotly.js.</summary>
    public static ActiveShape init(FSharpOption<Color>? FillColor = null, FSharpOption<double>? Opacity = null) =>
        new ActiveShape()
            .With("fillcolor", FillColor)
            .With("opacity", Opacity);
}
