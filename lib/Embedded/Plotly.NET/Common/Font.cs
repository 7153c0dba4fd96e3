namespace Plotly.NET;

/// <summary>Family, size in pixels and colour of a text.</summary>
public class Font : PlotlyObject
{
    /// <summary>Makes a <see cref="Font"/> with what is given; the rest is left to plotly.js.</summary>
    public static Font init(
        FSharpOption<StyleParam.FontFamily>? Family = null,
        FSharpOption<double>? Size = null,
        FSharpOption<Color>? Color = null) =>
        new Font()
            .With("family", Family)
            .With("size", Size)
            .With("color", Color);
}
