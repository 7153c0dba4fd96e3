// The outputs of a cell as HTML: of each bundle the richest form that a page can show.

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NotebookHost.Documents;

namespace NotebookHost.Html;

internal sealed class OutputHtml(MarkdownText markdown)
{
    private int figures;

    internal bool HasFigures => figures > 0;

    internal string Render(JsonArray outputs)
    {
        var html = new StringBuilder();
        foreach (var output in outputs.OfType<JsonObject>())
        {
            html.Append((string?)output["output_type"] switch
            {
                "stream" => Stream(output),
                "error" => Error(output),
                _ => output["data"] is JsonObject data ? Bundle(data) : "",
            });
        }

        return html.ToString();
    }

    private static string Stream(JsonObject output)
    {
        var text = Terminal.Settle(MultilineText.Read(output["text"]));
        return $"<pre class=\"{((string?)output["name"] == "stderr" ? "stderr" : "stdout")}\">{AnsiText.ToHtml(text.TrimEnd('\n', '\r'))}</pre>";
    }

    private static string Error(JsonObject output)
    {
        var trace = output["traceback"] is JsonArray lines && lines.Count > 0
            ? string.Join("\n", lines.Select(l => (string?)l))
            : $"{(string?)output["ename"]}: {(string?)output["evalue"]}";
        return $"<pre class=\"error\">{AnsiText.ToHtml(trace)}</pre>";
    }

    private string Bundle(JsonObject data)
    {
        if (data["application/vnd.plotly.v1+json"] is { } figure)
        {
            figures++;
            var drawing = data["image/svg+xml"] is { } svg ? MultilineText.Read(svg) : $"<pre>{Encode(data["text/plain"])}</pre>";
            return $"<div class=\"figure\"><div class=\"static\">{drawing}</div><div class=\"interactive\"></div>"
                + $"<script type=\"application/json\" class=\"figure-json\">{figure.ToJsonString().Replace("</", "<\\/", StringComparison.Ordinal)}</script></div>";
        }

        if (data["text/html"] is { } html)
        {
            return $"<div class=\"html\">{MultilineText.Read(html)}</div>";
        }

        if (data["text/markdown"] is { } text)
        {
            return $"<div class=\"md\">{markdown.Render(MultilineText.Read(text))}</div>";
        }

        if (data["text/latex"] is { } latex)
        {
            return $"<div class=\"md\">{markdown.Render("$$\n" + MultilineText.Read(latex).Trim('$', '\n') + "\n$$")}</div>";
        }

        if (data["image/svg+xml"] is { } picture)
        {
            return $"<div class=\"svg\">{MultilineText.Read(picture)}</div>";
        }

        foreach (var type in new[] { "image/png", "image/jpeg", "image/gif" })
        {
            if (data[type] is { } image)
            {
                return $"<img alt=\"{Encode(data["text/plain"])}\" src=\"data:{type};base64,{MultilineText.Read(image).ReplaceLineEndings("")}\">";
            }
        }

        return data["text/plain"] is not null ? $"<pre>{AnsiText.ToHtml(MultilineText.Read(data["text/plain"]))}</pre>" : "";
    }

    private static string Encode(JsonNode? node) => WebUtility.HtmlEncode(MultilineText.Read(node));
}
