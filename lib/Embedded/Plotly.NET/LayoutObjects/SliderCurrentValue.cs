namespace Plotly.NET.LayoutObjects;

/// <summary>The text that shows where a slider stands.</summary>
public class SliderCurrentValue : PlotlyObject
{
    /// <summary>Makes a <see cref="SliderCurrentValue"/> with what is given; the rest is left to plotly.js.</summary>
    public static SliderCurrentValue init(
        FSharpOption<Font>? Font,
        FSharpOption<int>? Offset,
        FSharpOption<string>? Prefix,
        FSharpOption<string>? Suffix,
        FSharpOption<bool>? Visible,
        FSharpOption<StyleParam.XAnchorPosition>? XAnchor) =>
        new SliderCurrentValue()
            .With("font", Font)
            .With("offset", Offset)
            .With("prefix", Prefix)
            .With("suffix", Suffix)
            .With("visible", Visible)
            .With("xanchor", XAnchor);
}
