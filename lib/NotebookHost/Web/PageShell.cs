// The frames of the two pages; their scripts fill them. No script stands in a page: the content security policy forbids it.

using System.Net;
using NotebookHost.Html;

namespace NotebookHost.Web;

/// <summary>The pages' HTML.</summary>
internal static class PageShell
{
    /// <summary>The page in which scripts of outputs run: it takes HTML once and tells its height.</summary>
    internal const string Frame = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Output</title><style>body { margin: 0; font: 15px/1.5 system-ui, sans-serif; }</style></head><body>
        <script>
        addEventListener("message", event => {
          if (event.source !== parent || typeof event.data !== "string") return;
          document.body.replaceChildren(document.createRange().createContextualFragment(event.data));
          const tell = () => parent.postMessage({ frameHeight: document.documentElement.scrollHeight }, "*");
          new ResizeObserver(tell).observe(document.body);
          tell();
        }, { once: true });
        parent.postMessage({ frameReady: true }, "*");
        </script></body></html>
        """;

    /// <summary>The page with the map of the course.</summary>
    internal static string Home() => Page("Convolutional networks, rebuilt", "home", "", "");

    /// <summary>The page of a lesson.</summary>
    internal static string Lesson(string title, string name) => Page(
        title,
        "lesson",
        $" data-lesson=\"{WebUtility.HtmlEncode(name)}\" data-plotly=\"{WebAssets.Url("plotly-cartesian.min.js")}\"",
        $"<link rel=\"stylesheet\" href=\"{WebAssets.Url("katex.min.css")}\"><script src=\"{WebAssets.Url("katex.min.js")}\" defer></script>");

    private static string Page(string title, string script, string data, string head) => PageFrame.Document(
        title,
        $"""
        <link rel="icon" href="{WebAssets.Url("icon.svg")}" type="image/svg+xml">
        <script src="{WebAssets.Url("theme.js")}"></script>
        <link rel="stylesheet" href="{WebAssets.Url("page.css")}">
        <link rel="stylesheet" href="{WebAssets.Url("learn.css")}">
        {head}
        <script src="{WebAssets.Url(script + ".js")}" defer></script>
        """,
        $"<body class=\"learn\"{data}>",
        """
        <div id="page"></div>
        <noscript><p class="banner">This page needs JavaScript; the lessons run in Jupyter, too.</p></noscript>
        """);
}
