// A displayed exception: its type and sentence, and the lines of the notebook that led to it.

using System.Net;
using Microsoft.DotNet.Interactive.Formatting;
using NotebookHost.Html;
using NotebookHost.Session;

namespace NotebookHost.Display;

internal static class ExceptionFormatters
{
    internal static void Register()
    {
        BuiltinFormatters.Add<Exception>(PlainTextFormatter.MimeType, Text);
        BuiltinFormatters.Add<Exception>(HtmlFormatter.MimeType, e => $"<pre>{WebUtility.HtmlEncode(Text(e))}</pre>");
    }

    private static string Text(Exception exception) =>
        string.Join("\n", ErrorMapper.FromException(exception, _ => null).Traceback.Select(AnsiText.Strip));
}
