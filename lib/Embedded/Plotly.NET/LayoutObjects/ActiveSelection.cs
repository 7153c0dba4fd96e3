namespace Plotly.NET.LayoutObjects;

/// <summary>How a selection looks while it is edited (layout.activeselection).</summary>
public class ActiveSelection : PlotlyObject
{
    /// <summary>Makes an <see cref="ActiveSelection"/> with what is given; the rest is left to plotly.js.</summary>
    public static ActiveSelection init(FSharpOption<Color>? FillColor = null, FSharpOption<double>? Opacity = null) =>
        new ActiveSelection()
            .With("fillcolor", FillColor)
            .With("opacity", Opacity);
}
