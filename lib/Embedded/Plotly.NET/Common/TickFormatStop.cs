namespace Plotly.NET;

/// <summary>A tick format for a range of zoom levels.</summary>
public class TickFormatStop : PlotlyObject
{
    /// <summary>Makes a <see cref="TickFormatStop"/> with what is given; the rest is left to plotly.js.</summary>
    public static TickFormatStop init(
        FSharpOption<bool>? Enabled = null,
        FSharpOption<IEnumerable<Tuple<string, string>>>? DTickRange = null,
        FSharpOption<string>? Value = null,
        FSharpOption<string>? Name = null,
        FSharpOption<string>? TemplateItemName = null) =>
        new TickFormatStop()
            .With("enabled", Enabled)
            .With("dtickrange", DTickRange)
            .With("value", Value)
            .With("name", Name)
            .With("templateitemname", TemplateItemName);
}
