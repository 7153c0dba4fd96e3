// How values and calls are written in a sentence: short, in C#, the same everywhere.

using System.Globalization;
using static TorchSharp.torch;

namespace NotebookHost.Grading;

/// <summary>Values as text for a reader.</summary>
public static class Words
{
    private const int MostItems = 8;
    private const int LongestText = 120;

    /// <summary>A value: a number, a text in quotes, the first items of an array, a tensor's type and shape.</summary>
    public static string Value(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        float number => number.ToString("G6", CultureInfo.InvariantCulture),
        double number => number.ToString("G6", CultureInfo.InvariantCulture),
        IFormattable number and (int or long or byte) => number.ToString(null, CultureInfo.InvariantCulture),
        string text => "\"" + Printable(text.Length > LongestText ? text[..LongestText] + "..." : text) + "\"",
        Tensor tensor => Tensor(tensor),
        Array items => "[" + string.Join(", ", items.Cast<object?>().Take(MostItems).Select(Value)) + (items.Length > MostItems ? $", ... {items.Length} in all]" : "]"),
        _ => Of(value.GetType()),
    };

    /// <summary>A call as C# would write it.</summary>
    public static string Call(string name, object?[] arguments) => $"{name}({string.Join(", ", arguments.Select(Value))})";

    /// <summary>Arguments in a row, in parentheses.</summary>
    public static string List(object?[] arguments) => arguments.Length == 0 ? "no arguments" : "(" + string.Join(", ", arguments.Select(a => a is null ? "null" : Of(a.GetType()))) + ")";

    /// <summary>A type's name in C#.</summary>
    public static string Of(Type type) => type.IsArray ? Of(type.GetElementType()!) + "[]"
        : type == typeof(int) ? "int"
        : type == typeof(long) ? "long"
        : type == typeof(float) ? "float"
        : type == typeof(double) ? "double"
        : type == typeof(bool) ? "bool"
        : type == typeof(string) ? "string"
        : typeof(Tensor).IsAssignableFrom(type) ? "Tensor"
        : type.IsGenericType ? type.Name.Split('`')[0] + "<" + string.Join(", ", type.GetGenericArguments().Select(Of)) + ">"
        : type.Name;

    /// <summary>Text whose control characters are shown and not obeyed.</summary>
    public static string Printable(string text) => string.Concat(text.EnumerateRunes().Select(r =>
        Rune(r.Value) ? r.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{r.Value:x4}")));

    private static bool Rune(int code) =>
        code is >= 0x20 and not (>= 0x7f and < 0xa0) and not 0xfffd and not 0xfeff
        && code is not (>= 0x200b and <= 0x200f) and not (>= 0x2028 and <= 0x202e) and not (>= 0x2060 and <= 0x206f);

    private static string Tensor(Tensor tensor) => tensor.numel() == 1
        ? $"a tensor with the value {Value(tensor.to(TorchSharp.torch.float64).item<double>())}"
        : $"a {tensor.dtype} tensor of {Shape(tensor.shape)}";

    /// <summary>A shape, <c>[2, 3]</c>.</summary>
    public static string Shape(long[] shape) => "[" + string.Join(", ", shape) + "]";
}
