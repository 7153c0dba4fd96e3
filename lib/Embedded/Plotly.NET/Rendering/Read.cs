// Reads the properties of plotly.js objects in the types that drawing needs; what is missing or of another type is null.

using System.Collections;
using System.Globalization;

namespace Plotly.NET.Rendering;

/// <summary>Typed reading of properties.</summary>
internal static class Read
{
    public static object? Value(PlotlyObject? target, string key) => target?.Properties.GetValueOrDefault(key);

    public static PlotlyObject? Object(PlotlyObject? target, string key) => Value(target, key) as PlotlyObject;

    public static string? Text(PlotlyObject? target, string key) => Value(target, key) switch
    {
        null => null,
        Color { Value: string color } => color,
        string text => text,
        IConvertible other => other.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    public static double? Number(PlotlyObject? target, string key) => Value(target, key) is { } value ? Number(value) : null;

    public static bool? Truth(PlotlyObject? target, string key) => Value(target, key) as bool?;

    /// <summary>The text of a title: plotly.js takes a text or an object with a text.</summary>
    public static string Title(object? title) => title switch
    {
        string text => text,
        PlotlyObject bag => Text(bag, "text") ?? "",
        _ => "",
    };

    public static double? Number(object? value) => value switch
    {
        null or string or bool or DateTime => null,
        double d => d,
        float f => f,
        int i => i,
        IConvertible other => other.ToDouble(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The items of a list; null where the value is none.</summary>
    public static object?[]? List(object? value) => value switch
    {
        null or string => null,
        Color { Value: not string } color => List(color.Value),
        object?[] array => array,
        Array { Rank: 2 } table => Rows(table),
        IEnumerable many => [.. many.Cast<object?>()],
        _ => null,
    };

    public static object?[]? List(PlotlyObject? target, string key) => List(Value(target, key));

    /// <summary>The item for a datum: the list's, or the one value for all.</summary>
    public static object? At(object? value, int index)
    {
        if (value is null or string or Color { Value: string })
        {
            return value;
        }

        var list = List(value);
        return list is null ? value : list.Length == 0 ? null : list[index % list.Length];
    }

    /// <summary>A matrix of numbers; missing and non-numeric entries are NaN.</summary>
    public static double[][] Matrix(object? value) =>
        List(value)?.Select(row => List(row)?.Select(v => Number(v) ?? double.NaN).ToArray() ?? []).ToArray() ?? [];

    private static object?[] Rows(Array table)
    {
        var rows = new object?[table.GetLength(0)];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = new object?[table.GetLength(1)];
            for (var j = 0; j < row.Length; j++)
            {
                row[j] = table.GetValue(i, j);
            }

            rows[i] = row;
        }

        return rows;
    }
}
