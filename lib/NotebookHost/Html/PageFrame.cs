// The frame of every page: head, style, theme switch, scripts that it needs.

using System.Net;

namespace NotebookHost.Html;

internal static class PageFrame
{
    internal static string Version => typeof(PageFrame).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>A page that carries all it needs.</summary>
    internal static string Write(string title, bool math, bool charts, string body) => Document(
        title,
        $"""
        <script>{PageAssets.ThemeScript}</script>
        <style>{PageAssets.PageStyle}</style>
        {(math ? $"<style>{PageAssets.KatexStyle}</style>" : "")}
        """,
        "<body>",
        $"""
        <div class="tools"><button class="theme" type="button" title="light or dark">◐</button></div>
        {body}
        {(math ? $"<script>{PageAssets.KatexScript}</script>" : "")}
        {(charts ? $"<script>{PageAssets.PlotlyScript}</script>" : "")}
        <script>{PageAssets.PageScript}</script>
        """);

    /// <summary>A page out of its parts.</summary>
    /// <param name="title">The title, as text.</param>
    /// <param name="head">What the head holds besides the title, as HTML.</param>
    /// <param name="open">The opening tag of the body.</param>
    /// <param name="body">The body, as HTML.</param>
    internal static string Document(string title, string head, string open, string body) => $"""
        <!DOCTYPE html>
        <html lang="en" data-theme="light">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{WebUtility.HtmlEncode(title)}</title>
        {head}
        </head>
        {open}
        {body}
        </body>
        </html>

        """;
}
