namespace Plotly.NET.LayoutObjects;

/// <summary>One entry of a menu and what it changes.</summary>
public class UpdateMenuButton : PlotlyObject
{
    /// <summary>Makes an <see cref="UpdateMenuButton"/> with what is given; the rest is left to plotly.js.</summary>
    public static UpdateMenuButton init(
        FSharpOption<IEnumerable<PlotlyObject>>? Args = null,
        FSharpOption<IEnumerable<PlotlyObject>>? Args2 = null,
        FSharpOption<bool>? Execute = null,
        FSharpOption<string>? Label = null,
        FSharpOption<StyleParam.UpdateMethod>? Method = null,
        FSharpOption<string>? Name = null,
        FSharpOption<string>? TemplateItemName = null,
        FSharpOption<bool>? Visible = null) =>
        new UpdateMenuButton()
            .With("args", Args)
            .With("args2", Args2)
            .With("execute", Execute)
            .With("label", Label)
            .With("method", Method)
            .With("name", Name)
            .With("templateitemname", TemplateItemName)
            .With("visible", Visible);
}
