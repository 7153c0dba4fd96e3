namespace Plotly.NET.TraceObjects;

/// <summary>Error bars: symmetric or not, from data or computed.</summary>
public class Error : PlotlyObject
{
    /// <summary>Makes an <see cref="Error"/> with what is given; the rest is left to plotly.js.</summary>
    public static Error init<a, b>(
        FSharpOption<bool>? Visible = null,
        FSharpOption<StyleParam.ErrorType>? Type = null,
        FSharpOption<bool>? Symmetric = null,
        FSharpOption<IEnumerable<a>>? Array = null,
        FSharpOption<IEnumerable<b>>? Arrayminus = null,
        FSharpOption<double>? Value = null,
        FSharpOption<double>? Valueminus = null,
        FSharpOption<int>? Traceref = null,
        FSharpOption<int>? Tracerefminus = null,
        FSharpOption<bool>? Copy_ystyle = null,
        FSharpOption<Color>? Color = null,
        FSharpOption<double>? Thickness = null,
        FSharpOption<double>? Width = null)
        where a : IConvertible
        where b : IConvertible =>
        new Error()
            .With("visible", Visible)
            .With("type", Type)
            .With("symmetric", Symmetric)
            .With("array", Array)
            .With("arrayminus", Arrayminus)
            .With("value", Value)
            .With("valueminus", Valueminus)
            .With("traceref", Traceref)
            .With("tracerefminus", Tracerefminus)
            .With("copy_ystyle", Copy_ystyle)
            .With("color", Color)
            .With("thickness", Thickness)
            .With("width", Width);
}
