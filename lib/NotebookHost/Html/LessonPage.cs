// A notebook as one HTML file that needs nothing beside it and no network: style, scripts, formulas and charts are inside.

using System.Net;
using System.Text;
using NotebookHost.Documents;

namespace NotebookHost.Html;

/// <summary>Exports notebooks as pages.</summary>
public static class LessonPage
{
    private const string HiddenTag = "hide-input";

    /// <summary>The page of a notebook with its outputs.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="links">Home, previous and next page.</param>
    /// <param name="folder">The notebook's folder, for pictures that lie beside it.</param>
    public static string Write(Notebook notebook, PageLinks? links = null, string? folder = null)
    {
        links ??= new PageLinks();
        var markdown = new MarkdownText(folder);
        var outputs = new OutputHtml(markdown);
        var body = new StringBuilder();
        foreach (var cell in notebook.Cells)
        {
            Write(cell, markdown, outputs, body);
        }

        var title = notebook.Title ?? markdown.Headings.FirstOrDefault()?.Text ?? "Notebook";
        return PageFrame.Write(title, markdown.HasMath || body.ToString().Contains("class=\"math\"", StringComparison.Ordinal), outputs.HasFigures, $"""
            <div class="shell">
            <div class="side">{Home(links)}{Contents(markdown.Headings)}</div>
            <main>
            {Banner(notebook)}{body}
            {Around(links)}
            <p class="made">Made by course {PageFrame.Version}.</p>
            </main>
            </div>
            """);
    }

    private static void Write(Cell cell, MarkdownText markdown, OutputHtml outputs, StringBuilder body)
    {
        switch (cell.Kind)
        {
            case CellKind.Markdown:
                body.Append("<section class=\"md\">").Append(markdown.Render(cell.Source, cell.Json["attachments"] as System.Text.Json.Nodes.JsonObject)).Append("</section>\n");
                break;
            case CellKind.Code:
                WriteCode(cell, body);
                if (cell.Outputs.Count > 0)
                {
                    body.Append("<div class=\"outputs\">").Append(outputs.Render(cell.Outputs)).Append("</div>\n");
                }

                break;
        }
    }

    private static void WriteCode(Cell cell, StringBuilder body)
    {
        var source = cell.Source.TrimEnd();
        if (source.Length == 0)
        {
            return;
        }

        var id = cell.Id is { } known ? $" id=\"cell-{WebUtility.HtmlEncode(known)}\"" : "";
        var count = cell.ExecutionCount is { } number ? $"<span class=\"count\">{number}</span>" : "";
        var code = $"<pre><code>{CodeHighlighter.ToHtml(source)}</code></pre>";
        body.Append(cell.Tags.Contains(HiddenTag)
            ? $"<details class=\"code\"{id}><summary>code</summary>{code}</details>\n"
            : $"<div class=\"code{(source.StartsWith("// exercise", StringComparison.Ordinal) ? " exercise" : "")}\"{id}>{count}{code}</div>\n");
    }

    private static string Banner(Notebook notebook)
    {
        var failed = notebook.Cells.Count(c => c.Kind == CellKind.Code && c.Outputs.Any(o => (string?)o?["output_type"] == "error"));
        return failed == 0 ? "" : $"<p class=\"banner\">{(failed == 1 ? "A cell" : $"{failed} cells")} of this page ended with an error: see the red {(failed == 1 ? "box" : "boxes")} below.</p>";
    }

    private static string Home(PageLinks links) => links.Home is { } home ? $"<a class=\"home\" href=\"{Encode(home.Url)}\">← {Encode(home.Title)}</a>" : "";

    private static string Contents(List<Heading> headings)
    {
        var items = string.Concat(headings.Where(h => h.Level is 2 or 3).Select(h => $"<li class=\"h{h.Level}\"><a href=\"#{h.Id}\">{Encode(h.Text)}</a></li>"));
        return items.Length == 0 ? "" : $"<nav aria-label=\"contents\"><ol>{items}</ol></nav>";
    }

    private static string Around(PageLinks links)
    {
        if (links.Previous is null && links.Next is null)
        {
            return "";
        }

        var before = links.Previous is { } previous ? $"<a href=\"{Encode(previous.Url)}\">← {Encode(previous.Title)}</a>" : "";
        var after = links.Next is { } next ? $"<a href=\"{Encode(next.Url)}\">{Encode(next.Title)} →</a>" : "";
        return $"<div class=\"around\"><span>{before}</span><span>{after}</span></div>";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
