// Text of a terminal as HTML: its colours become classes.

using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace NotebookHost.Html;

internal static partial class AnsiText
{
    private static readonly string[] Colours = ["grey", "red", "green", "yellow", "blue", "magenta", "cyan", ""];

    internal static string ToHtml(string text)
    {
        var html = new StringBuilder();
        var bold = false;
        var colour = "";
        var at = 0;
        foreach (Match match in Escape().Matches(text))
        {
            Append(text[at..match.Index]);
            at = match.Index + match.Length;
            if (!match.Value.EndsWith('m'))
            {
                continue;
            }

            foreach (var code in match.Groups[1].Value.Split(';').Select(c => int.TryParse(c, out var n) ? n : 0))
            {
                (bold, colour) = code switch
                {
                    0 => (false, ""),
                    1 => (true, colour),
                    22 => (false, colour),
                    39 => (bold, ""),
                    >= 30 and <= 37 => (bold, Colours[code - 30]),
                    >= 90 and <= 97 => (bold, Colours[code - 90]),
                    _ => (bold, colour),
                };
            }
        }

        Append(text[at..]);
        return html.ToString();

        void Append(string part)
        {
            if (part.Length == 0)
            {
                return;
            }

            var classes = $"{(bold ? "ansi-bold " : "")}{(colour.Length > 0 ? $"ansi-{colour}" : "")}".Trim();
            var encoded = WebUtility.HtmlEncode(part);
            html.Append(classes.Length == 0 ? encoded : $"<span class=\"{classes}\">{encoded}</span>");
        }
    }

    /// <summary>The text without colours.</summary>
    internal static string Strip(string text) => Escape().Replace(text, "");

    [GeneratedRegex(@"\x1b\[([0-9;]*)[A-Za-z]")]
    private static partial Regex Escape();
}
