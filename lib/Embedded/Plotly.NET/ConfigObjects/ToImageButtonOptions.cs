namespace Plotly.NET.ConfigObjects;

/// <summary>What the download button writes (config.toImageButtonOptions).</summary>
public class ToImageButtonOptions : PlotlyObject
{
    /// <summary>Makes a <see cref="ToImageButtonOptions"/> with what is given; the rest is left to plotly.js.</summary>
    public static ToImageButtonOptions init(
        FSharpOption<StyleParam.ImageFormat>? Format = null,
        FSharpOption<string>? Filename = null,
        FSharpOption<double>? Width = null,
        FSharpOption<double>? Height = null,
        FSharpOption<double>? Scale = null) =>
        new ToImageButtonOptions()
            .With("format", Format)
            .With("filename", Filename)
            .With("width", Width)
            .With("height", Height)
            .With("scale", Scale);
}
