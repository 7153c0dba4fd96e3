// Jupyter counts code points, C# counts UTF-16 units.

namespace NotebookHost.Jupyter;

internal static class CodePoints
{
    internal static int ToIndex(string text, int codePoints)
    {
        var index = 0;
        for (var seen = 0; index < text.Length && seen < codePoints; seen++)
        {
            index += char.IsHighSurrogate(text[index]) && index + 1 < text.Length ? 2 : 1;
        }

        return index;
    }

    internal static int FromIndex(string text, int index)
    {
        var count = 0;
        for (var i = 0; i < Math.Min(index, text.Length); i++)
        {
            count += char.IsLowSurrogate(text[i]) ? 0 : 1;
        }

        return count;
    }
}
