// A compiler's warning: a grey line under the cell, not an alarm.

using System.Net;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookHost.Session;

internal static class CompilerWarning
{
    internal static IReadOnlyList<FormattedValue> Bundle(string text) =>
    [
        new FormattedValue(HtmlFormatter.MimeType, $"<div class=\"cell-warning\" style=\"opacity:.7;font-size:.85em\">{WebUtility.HtmlEncode(text)}</div>"),
        new FormattedValue(PlainTextFormatter.MimeType, text),
    ];
}
