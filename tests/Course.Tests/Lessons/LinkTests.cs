using System.Net;
using System.Text.RegularExpressions;
using NotebookHost.Documents;
using NotebookHost.Html;

namespace Tests.Lessons;

/// <summary>Every link of a lesson or Markdown file leads somewhere: looked at in the rendered page, as a reader has it.</summary>
public partial class LinkTests
{
    private static readonly Dictionary<string, (string[] Links, HashSet<string> Anchors)> Pages = [];

    [Fact]
    public void Every_relative_link_and_every_anchor_resolves()
    {
        var broken = Prose.Notebooks.Concat(Prose.MarkdownFiles).SelectMany(path => Broken(path)
            .Select(link => $"{Path.GetRelativePath(Repository.Root, path)}: {link}")).ToList();
        Assert.True(broken.Count == 0, $"Links that lead nowhere:\n{string.Join('\n', broken)}");
    }

    private static IEnumerable<string> Broken(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        foreach (var link in Page(path).Links.Where(link => link.Length > 0 && !link.Contains(':', StringComparison.Ordinal)))
        {
            var parts = link.Split('#', 2);
            var target = parts[0].Length == 0 ? path : Source(Path.GetFullPath(Path.Combine(folder, WebUtility.UrlDecode(parts[0]))));
            if (target is null || (parts.Length == 2 && Path.GetExtension(target) is ".md" or ".ipynb" && parts.Length == 2 && !Page(target).Anchors.Contains(parts[1])))
            {
                yield return link;
            }
        }
    }

    // A page X.html is made from X.ipynb or X.md.
    private static string? Source(string target) =>
        Path.GetExtension(target) == ".html"
            ? new[] { ".ipynb", ".md" }.Select(ending => Path.ChangeExtension(target, ending)).FirstOrDefault(File.Exists)
            : File.Exists(target) || Directory.Exists(target) ? target : null;

    private static (string[] Links, HashSet<string> Anchors) Page(string path)
    {
        if (!Pages.TryGetValue(path, out var page))
        {
            var html = path.EndsWith(".ipynb", StringComparison.Ordinal)
                ? LessonPage.Write(Notebook.Load(path), null, Path.GetDirectoryName(path))
                : MarkdownPage.Write(path);
            var main = html[html.IndexOf("<main", StringComparison.Ordinal)..html.LastIndexOf("</main>", StringComparison.Ordinal)];
            page = ([.. Link().Matches(main).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))], [.. Anchor().Matches(main).Select(m => m.Groups[1].Value)]);
            Pages[path] = page;
        }

        return page;
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("id=\"([^\"]*)\"")]
    private static partial Regex Anchor();
}
