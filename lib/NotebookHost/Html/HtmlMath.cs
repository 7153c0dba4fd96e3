// Formulas between dollars in what is HTML already, such as hints inside details: Markdown leaves HTML as it is.

using System.Text;
using System.Text.RegularExpressions;

namespace NotebookHost.Html;

/// <summary>Finds formulas in HTML.</summary>
internal static partial class HtmlMath
{
    /// <summary>Marks each <c>$...$</c> outside of tags and code as Markdown's own formulas are marked.</summary>
    internal static string Mark(string html)
    {
        var marked = new StringBuilder();
        var codes = 0;
        foreach (var part in Parts().Matches(html).Select(match => match.Value))
        {
            codes += CodeBegins().IsMatch(part) ? 1 : CodeEnds().IsMatch(part) ? -1 : 0;
            marked.Append(codes > 0 || Tag().IsMatch(part) ? part : Formula().Replace(part, """<span class="math">\($1\)</span>"""));
        }

        return marked.ToString();
    }

    [GeneratedRegex("<[/!]?[A-Za-z][^>]*>|(?:[^<]|<(?![/!]?[A-Za-z]))+|<")]
    private static partial Regex Parts();

    [GeneratedRegex("^<[/!]?[A-Za-z]")]
    private static partial Regex Tag();

    [GeneratedRegex("^<(?:code|pre)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex CodeBegins();

    [GeneratedRegex("^</(?:code|pre)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex CodeEnds();

    // As in Markdown: no blank inside the dollars, no digit behind them.
    [GeneratedRegex(@"(?<![\\$])\$(?![\s$])([^$\n]+?)(?<![\s\\])\$(?![\d$])")]
    private static partial Regex Formula();
}
