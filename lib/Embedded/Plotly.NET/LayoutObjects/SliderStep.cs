namespace Plotly.NET.LayoutObjects;

/// <summary>One position of a slider and what it changes.</summary>
public class SliderStep : PlotlyObject
{
    /// <summary>Makes a <see cref="SliderStep"/> with what is given; the rest is left to plotly.js.</summary>
    public static SliderStep init(
        FSharpOption<IEnumerable<Tuple<string, object>>>? Args,
        FSharpOption<bool>? Execute,
        FSharpOption<string>? Label,
        FSharpOption<StyleParam.Method>? Method,
        FSharpOption<string>? Name,
        FSharpOption<string>? TemplateItemName,
        FSharpOption<string>? Value,
        FSharpOption<bool>? Visible) =>
        new SliderStep()
            .With("args", Args is null ? null : new FSharpOption<object[]>([.. Args.Value.Select(a => new Dictionary<string, object> { [a.Item1] = a.Item2 })]))
            .With("execute", Execute)
            .With("label", Label)
            .With("method", Method)
            .With("name", Name)
            .With("templateitemname", TemplateItemName)
            .With("value", Value)
            .With("visible", Visible);
}
