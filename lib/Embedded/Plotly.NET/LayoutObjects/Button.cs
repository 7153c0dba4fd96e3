namespace Plotly.NET.LayoutObjects;

/// <summary>A button of a range selector or a menu.</summary>
public class Button : PlotlyObject
{
    /// <summary>Makes a <see cref="Button"/> with what is given; the rest is left to plotly.js.</summary>
    public static Button init(
        FSharpOption<bool>? Visible = null,
        FSharpOption<StyleParam.TimeStep>? Step = null,
        FSharpOption<StyleParam.TimeStepMode>? StepMode = null,
        FSharpOption<int>? Count = null,
        FSharpOption<string>? Label = null,
        FSharpOption<string>? Name = null,
        FSharpOption<string>? TemplateItemName = null) =>
        new Button()
            .With("visible", Visible)
            .With("step", Step)
            .With("stepmode", StepMode)
            .With("count", Count)
            .With("label", Label)
            .With("name", Name)
            .With("templateitemname", TemplateItemName);
}
