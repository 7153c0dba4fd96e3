namespace Plotly.NET.TraceObjects;

/// <summary>The cells, or the head, of a table.</summary>
public class TableCells : PlotlyObject
{
    /// <summary>Makes a <see cref="TableCells"/> with what is given; the rest is left to plotly.js.</summary>
    public static TableCells init<a, b>(
        FSharpOption<StyleParam.HorizontalAlign>? Align = null,
        FSharpOption<IEnumerable<StyleParam.HorizontalAlign>>? MultiAlign = null,
        FSharpOption<TableFill>? Fill = null,
        FSharpOption<Font>? Font = null,
        FSharpOption<IEnumerable<string>>? Format = null,
        FSharpOption<int>? Height = null,
        FSharpOption<Line>? Line = null,
        FSharpOption<string>? Prefix = null,
        FSharpOption<IEnumerable<string>>? MultiPrefix = null,
        FSharpOption<string>? Suffix = null,
        FSharpOption<IEnumerable<string>>? MultiSuffix = null,
        FSharpOption<IEnumerable<a>>? Values = null)
        where a : IEnumerable<b>
        where b : IConvertible =>
        new TableCells()
            .With("align", Align, MultiAlign)
            .With("fill", Fill)
            .With("font", Font)
            .With("format", Format)
            .With("height", Height)
            .With("line", Line)
            .With("prefix", Prefix, MultiPrefix)
            .With("suffix", Suffix, MultiSuffix)
            .With("values", Values);
}
