// Text as HTML, and HTML as text.

using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Small helpers around HTML text.</summary>
public static partial class Html
{
    /// <summary>Takes the text as HTML, as it is.</summary>
    public static IHtmlContent ToHtmlContent(this string value) => new HtmlString(value);

    /// <summary>Escapes the text, so that HTML shows it as it is.</summary>
    public static IHtmlContent HtmlEncode(this string content) => new HtmlString(WebUtility.HtmlEncode(content));

    internal static string Render(IHtmlContent content)
    {
        var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    /// <summary>What remains of HTML for a front end that shows text only.</summary>
    internal static string ToPlainText(IHtmlContent content)
    {
        var text = Invisible().Replace(Render(content), "");
        text = LineEnd().Replace(text, "\n");
        text = CellEnd().Replace(text, "  ");
        text = WebUtility.HtmlDecode(Tag().Replace(text, ""));
        return BlankLines().Replace(text, "\n").Trim();
    }

    [GeneratedRegex(@"<(style|script|svg)\b.*?</\1\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"<br\s*/?>|</(p|div|tr|h\d|li|pre)>", RegexOptions.IgnoreCase)]
    private static partial Regex LineEnd();

    [GeneratedRegex("</t[dh]>", RegexOptions.IgnoreCase)]
    private static partial Regex CellEnd();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[ \t]*\n\s*\n")]
    private static partial Regex BlankLines();
}
