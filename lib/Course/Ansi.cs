// Colours that other parts put into their text.

using System.Text.RegularExpressions;

namespace Course;

internal static partial class Ansi
{
    /// <summary>The text without its escape sequences.</summary>
    public static string Strip(string text) => Sequence().Replace(text, "");

    [GeneratedRegex(@"\u001b\[[0-9;?]*[A-Za-z]")]
    private static partial Regex Sequence();
}
