namespace Plotly.NET.LayoutObjects;

/// <summary>The text of a shape.</summary>
public class ShapeLabel : PlotlyObject
{
    /// <summary>Makes a <see cref="ShapeLabel"/> with what is given; the rest is left to plotly.js.</summary>
    public static ShapeLabel init(
        FSharpOption<Font>? Font = null,
        FSharpOption<int>? Padding = null,
        FSharpOption<string>? Text = null,
        FSharpOption<StyleParam.TextAngle>? TextAngle = null,
        FSharpOption<StyleParam.TextPosition>? TextPosition = null,
        FSharpOption<string>? TextTemplate = null,
        FSharpOption<StyleParam.XAnchorPosition>? XAnchor = null,
        FSharpOption<StyleParam.YAnchorPosition>? YAnchor = null) =>
        new ShapeLabel()
            .With("font", Font)
            .With("padding", Padding)
            .With("text", Text)
            .With("textangle", TextAngle)
            .With("textposition", TextPosition)
            .With("texttemplate", TextTemplate)
            .With("xanchor", XAnchor)
            .With("yanchor", YAnchor);
}
