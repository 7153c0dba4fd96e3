// Text as a terminal would leave it: a carriage return starts its line anew.

namespace NotebookHost.Documents;

internal static class Terminal
{
    /// <summary>Applies carriage returns, so that a progress line is stored once and not a thousand times.</summary>
    internal static string Settle(string text)
    {
        if (!text.Contains('\r', StringComparison.Ordinal))
        {
            return text;
        }

        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var ends = line.EndsWith('\r');
            var parts = line.TrimEnd('\r').Split('\r');
            var shown = "";
            foreach (var part in parts)
            {
                shown = part.Length >= shown.Length ? part : part + shown[part.Length..];
            }

            lines[i] = ends && i == lines.Length - 1 ? shown + "\r" : shown;
        }

        return string.Join("\n", lines);
    }
}
