// Setting, copying and merging the properties of plotly.js objects.

using System.Collections;
using Plotly.NET.CSharp;

namespace Plotly.NET;

/// <summary>Fluent setters that skip what was not given.</summary>
internal static class PropertyBag
{
    public static TObject WithValue<TObject>(this TObject target, string key, object? value)
        where TObject : PlotlyObject
    {
        if (value is not null)
        {
            target.SetProperty(key, Plain(value));
        }

        return target;
    }

    public static TObject With<TObject, T>(this TObject target, string key, FSharpOption<T>? value)
        where TObject : PlotlyObject =>
        value is null ? target : target.WithValue(key, value.Value);

    public static TObject With<TObject, T>(this TObject target, string key, Optional<T> value)
        where TObject : PlotlyObject =>
        value.IsSome ? target.WithValue(key, value.Value) : target;

    /// <summary>One value for all, or one for each: the latter wins.</summary>
    public static TObject With<TObject, T>(this TObject target, string key, FSharpOption<T>? one, FSharpOption<IEnumerable<T>>? each)
        where TObject : PlotlyObject =>
        each is null ? target.With(key, one) : target.With(key, each);

    /// <summary>One value for all, or one for each: the latter wins.</summary>
    public static TObject With<TObject, T>(this TObject target, string key, Optional<T> one, Optional<IEnumerable<T>> each)
        where TObject : PlotlyObject =>
        each.IsSome ? target.With(key, each) : target.With(key, one);

    /// <summary>A copy with its own nested objects, so that a chart never changes another one.</summary>
    public static T Copy<T>(this T source)
        where T : PlotlyObject
    {
        var copy = (T)source.NewOfSameType();
        foreach (var (key, value) in source.Properties)
        {
            copy.SetProperty(key, value is PlotlyObject nested ? nested.Copy() : value);
        }

        return copy;
    }

    /// <summary>A copy of <paramref name="first"/> with the properties of <paramref name="second"/> laid over it, nested objects merged.</summary>
    public static T Merge<T>(this T first, PlotlyObject second)
        where T : PlotlyObject
    {
        var merged = first.Copy();
        foreach (var (key, value) in second.Properties)
        {
            merged.SetProperty(key, value switch
            {
                PlotlyObject over when merged.Properties.GetValueOrDefault(key) is PlotlyObject under => under.Merge(over),
                PlotlyObject nested => nested.Copy(),
                _ => value,
            });
        }

        return merged;
    }

    /// <summary>The nested object of that name, made where it is missing.</summary>
    public static T Nested<T>(this PlotlyObject target, string key)
        where T : PlotlyObject, new()
    {
        if (target.Properties.GetValueOrDefault(key) is T present)
        {
            return present;
        }

        var made = new T();
        if (target.Properties.GetValueOrDefault(key) is PlotlyObject other)
        {
            made = made.Merge(other);
        }

        target.SetProperty(key, made);
        return made;
    }

    private static object Plain(object value) => value switch
    {
        StyleParam.AttributeValue named => named.Convert(),
        string => value,
        Tuple<StyleParam.LinearAxisId, StyleParam.LinearAxisId>[][] grid => grid.Select(row => row.Select(p => $"{p.Item1}{p.Item2}").ToArray()).ToArray(),
        IEnumerable<StyleParam.AttributeValue> many => many.Select(v => v.Convert()).ToArray(),
        IEnumerable many and not Array and not IDictionary => many.Cast<object?>().ToArray(),
        _ => value,
    };

    private static PlotlyObject NewOfSameType(this PlotlyObject source) =>
        source is Trace trace ? trace.Empty() : (PlotlyObject)Activator.CreateInstance(source.GetType())!;
}
