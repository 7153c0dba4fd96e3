namespace Plotly.NET.LayoutObjects;

/// <summary>The tool bar of the interactive chart (layout.modebar).</summary>
public class ModeBar : PlotlyObject
{
    /// <summary>Makes a <see cref="ModeBar"/> with what is given; the rest is left to plotly.js.</summary>
    public static ModeBar init(
        FSharpOption<Color>? ActiveColor = null,
        FSharpOption<IEnumerable<string>>? Add = null,
        FSharpOption<Color>? BGColor = null,
        FSharpOption<Color>? Color = null,
        FSharpOption<StyleParam.Orientation>? Orientation = null,
        FSharpOption<string>? Remove = null,
        FSharpOption<string>? UIRevision = null) =>
        new ModeBar()
            .With("activecolor", ActiveColor)
            .With("add", Add)
            .With("bgcolor", BGColor)
            .With("color", Color)
            .With("orientation", Orientation)
            .With("remove", Remove)
            .With("uirevision ", UIRevision);
}
