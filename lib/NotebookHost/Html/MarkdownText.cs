// Markdown as lessons write it: tables, formulas between dollars, footnotes, details; headings get anchors; pictures that lie
// beside the notebook are taken into the page.

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NotebookHost.Html;

/// <summary>A heading of a page.</summary>
/// <param name="Level">1 for the title.</param>
/// <param name="Text">Its text.</param>
/// <param name="Id">Its anchor.</param>
public sealed record Heading(int Level, string Text, string Id);

/// <summary>Renders the Markdown of one page.</summary>
/// <param name="folder">The notebook's folder, for pictures in and below it; null takes none.</param>
/// <param name="lessonUrl">The address of a lesson, from its name; pages that lie side by side when null.</param>
internal sealed class MarkdownText(string? folder, Func<string, string>? lessonUrl = null)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseMathematics()
        .UsePipeTables()
        .UseEmphasisExtras()
        .UseFootnotes()
        .UseTaskLists()
        .UseAutoLinks()
        .UseDefinitionLists()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    private readonly HashSet<string> ids = [];

    internal List<Heading> Headings { get; } = [];

    internal bool HasMath { get; private set; }

    /// <summary>Renders one cell.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="attachments">The cell's attachments, or null.</param>
    internal string Render(string markdown, JsonObject? attachments = null)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var text = PlainText(heading);
            var id = Unique(heading.GetAttributes().Id ?? "section");
            heading.GetAttributes().Id = id;
            Headings.Add(new Heading(heading.Level, text, id));
            heading.Inline?.AppendChild(new HtmlInline($"<a class=\"anchor\" href=\"#{id}\" aria-label=\"link to this section\">#</a>"));
        }

        foreach (var link in document.Descendants<LinkInline>().Where(l => l.IsImage))
        {
            link.Url = Picture(link.Url, attachments);
        }

        // What lies beside the page as a notebook or as Markdown is a page there.
        foreach (var link in document.Descendants<LinkInline>().Where(l => !l.IsImage && l.Url?.Contains(':', StringComparison.Ordinal) == false))
        {
            var parts = link.Url!.Split('#', 2);
            parts[0] = Path.GetExtension(parts[0]) switch
            {
                ".ipynb" => lessonUrl?.Invoke(Path.GetFileNameWithoutExtension(parts[0])) ?? Path.ChangeExtension(parts[0], ".html"),
                ".md" => Path.ChangeExtension(parts[0], ".html"),
                _ => parts[0],
            };
            link.Url = string.Join('#', parts);
        }

        var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        HighlightCode(renderer);
        renderer.ObjectRenderers.Replace<HtmlBlockRenderer>(new HtmlWithFormulas());
        renderer.Render(document);
        var html = writer.ToString();
        HasMath |= html.Contains("class=\"math\"", StringComparison.Ordinal);
        return html;
    }

    /// <summary>The text of Markdown without its marks, for the search.</summary>
    internal static string Plain(string markdown) => Markdown.ToPlainText(markdown, Pipeline).ReplaceLineEndings(" ").Trim();

    private static void HighlightCode(HtmlRenderer renderer)
    {
        var standard = renderer.ObjectRenderers.FindExact<CodeBlockRenderer>();
        if (standard is not null)
        {
            renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new HighlightedCode(standard));
        }
    }

    private static string PlainText(LeafBlock block)
    {
        var text = new StringBuilder();
        foreach (var inline in block.Inline?.Descendants() ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                Markdig.Extensions.Mathematics.MathInline math => math.Content.ToString(),
                _ => "",
            });
        }

        return text.ToString();
    }

    private string Unique(string id)
    {
        var candidate = id;
        for (var i = 1; !ids.Add(candidate); i++)
        {
            candidate = $"{id}-{i}";
        }

        return candidate;
    }

    private string? Picture(string? url, JsonObject? attachments)
    {
        if (url is null)
        {
            return null;
        }

        if (url.StartsWith("attachment:", StringComparison.Ordinal))
        {
            var bundle = attachments?[WebUtility.UrlDecode(url["attachment:".Length..])] as JsonObject;
            return bundle?.FirstOrDefault() is { Value: not null } first ? $"data:{first.Key};base64,{first.Value}" : url;
        }

        if (folder is null || url.Contains(':', StringComparison.Ordinal))
        {
            return url;
        }

        var root = Path.GetFullPath(folder);
        var path = Path.GetFullPath(Path.Combine(root, WebUtility.UrlDecode(url)));
        if (!path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return url;
        }

        var type = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".png" => "image/png",
            ".jpg" or ".jpeg" => "image/jpeg",
            ".svg" => "image/svg+xml",
            ".gif" => "image/gif",
            ".webp" => "image/webp",
            _ => null,
        };
        return type is not null && File.Exists(path) ? $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}" : url;
    }

    private sealed class HtmlWithFormulas : HtmlObjectRenderer<HtmlBlock>
    {
        protected override void Write(HtmlRenderer renderer, HtmlBlock obj) => renderer.Write(HtmlMath.Mark(obj.Lines.ToString())).EnsureLine();
    }

    private sealed class HighlightedCode(CodeBlockRenderer standard) : HtmlObjectRenderer<CodeBlock>
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock obj)
        {
            if (obj is FencedCodeBlock { Info: "csharp" or "cs" or "c#" or "C#" } fenced)
            {
                renderer.Write("<pre><code>").Write(CodeHighlighter.ToHtml(fenced.Lines.ToString())).Write("</code></pre>").EnsureLine();
            }
            else
            {
                ((IMarkdownObjectRenderer)standard).Write(renderer, obj);
            }
        }
    }
}
