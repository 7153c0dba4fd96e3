namespace Plotly.NET.LayoutObjects;

/// <summary>How a selection is drawn (layout.newselection).</summary>
public class NewSelection : PlotlyObject
{
    /// <summary>Makes a <see cref="NewSelection"/> with what is given; the rest is left to plotly.js.</summary>
    public static NewSelection init(
        FSharpOption<Color>? LineColor = null,
        FSharpOption<StyleParam.DrawingStyle>? LineDash = null,
        FSharpOption<double>? LineWidth = null,
        FSharpOption<StyleParam.NewSelectionMode>? Mode = null) =>
        new NewSelection()
            .WithValue("line", Line.init(Color: LineColor, Dash: LineDash, Width: LineWidth))
            .With("mode", Mode);
}
