// The small HTML that plotly.js allows in texts: line breaks, bold, italic, subscript and superscript.

using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Plotly.NET.Rendering;

/// <summary>Texts with simple markup.</summary>
internal static partial class RichText
{
    /// <summary>The text without markup, lines joined by spaces.</summary>
    public static string Plain(string? text) =>
        text is null ? "" : WebUtility.HtmlDecode(Tag().Replace(Break().Replace(text, " "), "")).Trim();

    /// <summary>The lines, markup kept.</summary>
    public static string[] Lines(string text) => Break().Split(text);

    /// <summary>Width and height of the whole text.</summary>
    public static (double Width, double Height) Measure(string text, double size)
    {
        if (text.Length == 0)
        {
            return (0, 0);
        }

        var lines = Lines(text);
        return (lines.Max(line => LineWidth(line, size)), lines.Sum(line => TextMetrics.LineHeight(size * Scale(line))));
    }

    /// <summary>One line as SVG: plain text and tspans, escaped.</summary>
    public static string Svg(string line)
    {
        var svg = new StringBuilder();
        var open = new Stack<string>();
        var at = 0;
        foreach (Match match in Tag().Matches(line))
        {
            svg.Append(Escape(WebUtility.HtmlDecode(line[at..match.Index])));
            at = match.Index + match.Length;
            var name = match.Groups["name"].Value.ToLowerInvariant();
            if (match.Groups["end"].Length > 0)
            {
                if (open.Count > 0 && open.Peek() == name)
                {
                    open.Pop();
                    svg.Append("</tspan>");
                }
            }
            else if (Style(name) is { } style)
            {
                open.Push(name);
                svg.Append("<tspan ").Append(style).Append('>');
            }
        }

        svg.Append(Escape(WebUtility.HtmlDecode(line[at..])));
        foreach (var _ in open)
        {
            svg.Append("</tspan>");
        }

        return svg.ToString();
    }

    /// <summary>Escapes a text for XML; characters that XML lacks are dropped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case < ' ' when rune.Value is not ('\t' or '\n' or '\r'): break;
                case 0xFFFE or 0xFFFF: break;
                default: escaped.Append(rune.ToString()); break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>The size of a line against the text's own: a line that is wholly small print is smaller.</summary>
    public static double Scale(string line) => line.StartsWith("<sub>", StringComparison.OrdinalIgnoreCase) || line.StartsWith("<sup>", StringComparison.OrdinalIgnoreCase) ? 0.75 : 1;

    private static double LineWidth(string line, double size)
    {
        var bold = line.Contains("<b>", StringComparison.OrdinalIgnoreCase);
        return TextMetrics.Width(Plain(line), size * Scale(line), bold);
    }

    private static string? Style(string name) => name switch
    {
        "b" or "strong" => "font-weight=\"bold\"",
        "i" or "em" => "font-style=\"italic\"",
        "sub" => string.Create(CultureInfo.InvariantCulture, $"font-size=\"{75}%\" baseline-shift=\"sub\""),
        "sup" => string.Create(CultureInfo.InvariantCulture, $"font-size=\"{75}%\" baseline-shift=\"super\""),
        _ => null,
    };

    [GeneratedRegex(@"<br\s*/?>|\r?\n", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"<(?<end>/)?(?<name>b|strong|i|em|sub|sup|span|a)(\s[^>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
