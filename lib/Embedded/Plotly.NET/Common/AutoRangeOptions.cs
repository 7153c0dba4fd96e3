namespace Plotly.NET;

/// <summary>Limits of the range that an axis finds for itself.</summary>
public class AutoRangeOptions : PlotlyObject
{
    /// <summary>Makes an <see cref="AutoRangeOptions"/> with what is given; the rest is left to plotly.js.</summary>
    public static AutoRangeOptions init<a, b, c, d, e>(
        FSharpOption<a>? ClipMax = null,
        FSharpOption<b>? ClipMin = null,
        FSharpOption<c>? Include = null,
        FSharpOption<d>? MaxAllowed = null,
        FSharpOption<e>? MinAllowed = null)
        where a : IConvertible
        where b : IConvertible
        where c : IConvertible
        where d : IConvertible
        where e : IConvertible =>
        new AutoRangeOptions()
            .With("clipmax", ClipMax)
            .With("clipmin", ClipMin)
            .With("include", Include)
            .With("maxallowed", MaxAllowed)
            .With("minallowed", MinAllowed);
}
