// Values in the notation of Python.
using System.Globalization;

namespace ConvNets.Export.PyTorch;

/// <summary>Writes values as Python literals.</summary>
internal static class Python
{
    private static readonly HashSet<string> Taken =
    [
        "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from",
        "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
        "None", "True", "False", "apply", "children", "modules", "parameters", "buffers", "forward", "train", "eval", "training", "type", "float",
        "double", "half", "to", "cpu", "cuda",
    ];

    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Of(bool value) => value ? "True" : "False";

    /// <summary>A pair, or one number where both are equal, as PyTorch's arguments allow.</summary>
    public static string Of(long[] pair) => pair.Length == 1 || pair.All(n => n == pair[0]) ? $"{pair[0]}" : $"({string.Join(", ", pair)})";

    /// <summary>Whether a name can stand as an attribute of a module.</summary>
    public static bool IsAttribute(string name) =>
        name.Length > 0 && !Taken.Contains(name) && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    /// <summary>A name of a file or a module: letters, digits and underscores.</summary>
    public static string Identifier(string text) => string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
}
