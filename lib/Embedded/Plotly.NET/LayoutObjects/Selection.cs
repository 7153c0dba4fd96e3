namespace Plotly.NET.LayoutObjects;

/// <summary>A selected region (layout.selections).</summary>
public class Selection : PlotlyObject
{
    /// <summary>Makes a <see cref="Selection"/> with what is given; the rest is left to plotly.js.</summary>
    public static Selection init<a, b, c, d>(
        FSharpOption<Line>? Line = null,
        FSharpOption<string>? Name = null,
        FSharpOption<double>? Opacity = null,
        FSharpOption<string>? Path = null,
        FSharpOption<string>? TemplateItemName = null,
        FSharpOption<StyleParam.SelectionType>? SelectionType = null,
        FSharpOption<a>? X0 = null,
        FSharpOption<b>? X1 = null,
        FSharpOption<string>? Xref = null,
        FSharpOption<c>? Y0 = null,
        FSharpOption<d>? Y1 = null,
        FSharpOption<string>? Yref = null)
        where a : IConvertible
        where b : IConvertible
        where c : IConvertible
        where d : IConvertible =>
        new Selection()
            .With("line", Line)
            .With("name", Name)
            .With("opacity", Opacity)
            .With("path", Path)
            .With("templateitemname", TemplateItemName)
            .With("type", SelectionType)
            .With("x0", X0)
            .With("x1", X1)
            .With("xref", Xref)
            .With("y0", Y0)
            .With("y1", Y1)
            .With("yref", Yref);
}
