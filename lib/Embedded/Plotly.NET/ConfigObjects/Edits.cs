namespace Plotly.NET.ConfigObjects;

/// <summary>What the reader may drag and edit (config.edits).</summary>
public class Edits : PlotlyObject
{
    /// <summary>Makes an <see cref="Edits"/> with what is given; the rest is left to plotly.js.</summary>
    public static Edits init(
        FSharpOption<bool>? AnnotationPosition = null,
        FSharpOption<bool>? AnnotationTail = null,
        FSharpOption<bool>? AnnotationText = null,
        FSharpOption<bool>? AxisTitleText = null,
        FSharpOption<bool>? ColorbarPosition = null,
        FSharpOption<bool>? ColorbarTitleText = null,
        FSharpOption<bool>? LegendPosition = null,
        FSharpOption<bool>? LegendText = null,
        FSharpOption<bool>? ShapePosition = null,
        FSharpOption<bool>? TitleText = null) =>
        new Edits()
            .With("annotationPosition", AnnotationPosition)
            .With("annotationTail", AnnotationTail)
            .With("annotationText", AnnotationText)
            .With("axisTitleText", AxisTitleText)
            .With("colorbarPosition", ColorbarPosition)
            .With("colorbarTitleText", ColorbarTitleText)
            .With("legendPosition", LegendPosition)
            .With("legendText", LegendText)
            .With("shapePosition", ShapePosition)
            .With("titleText", TitleText);
}
