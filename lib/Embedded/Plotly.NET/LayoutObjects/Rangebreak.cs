namespace Plotly.NET.LayoutObjects;

/// <summary>A stretch that an axis leaves out.</summary>
public class Rangebreak : PlotlyObject
{
    /// <summary>Makes a <see cref="Rangebreak"/> with what is given; the rest is left to plotly.js.</summary>
    public static Rangebreak init<a, b>(
        FSharpOption<bool>? Enabled = null,
        FSharpOption<Tuple<a, a>>? Bounds = null,
        FSharpOption<StyleParam.RangebreakPattern>? Pattern = null,
        FSharpOption<IEnumerable<b>>? Values = null,
        FSharpOption<int>? DValue = null,
        FSharpOption<string>? Name = null,
        FSharpOption<string>? TemplateItemName = null)
        where a : IConvertible
        where b : IConvertible =>
        new Rangebreak()
            .With("enabled", Enabled)
            .With("bounds", Bounds)
            .With("pattern", Pattern)
            .With("values", Values)
            .With("dvalue", DValue)
            .With("name", Name)
            .With("templateitemname", TemplateItemName);
}
