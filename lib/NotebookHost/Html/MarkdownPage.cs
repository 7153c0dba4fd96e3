// A Markdown file of the course as a page in the style of the lessons: the glossary, the cheat sheet.

using System.Net;

namespace NotebookHost.Html;

/// <summary>Exports Markdown files as pages.</summary>
public static class MarkdownPage
{
    /// <summary>The page of a Markdown file; links to notebooks and Markdown files lead to their pages.</summary>
    /// <param name="path">The file; pictures beside it are taken into the page.</param>
    /// <param name="home">Where the page's first link leads, or null for none.</param>
    public static string Write(string path, PageLink? home = null)
    {
        var markdown = new MarkdownText(Path.GetDirectoryName(Path.GetFullPath(path)));
        var body = markdown.Render(File.ReadAllText(path));
        var title = markdown.Headings.FirstOrDefault()?.Text ?? Path.GetFileNameWithoutExtension(path);
        var kind = WebUtility.HtmlEncode(Path.GetFileNameWithoutExtension(path));
        var back = home is null ? "" : $"<p><a class=\"home\" href=\"{WebUtility.HtmlEncode(home.Url)}\">← {WebUtility.HtmlEncode(home.Title)}</a></p>\n";
        return PageFrame.Write(title, markdown.HasMath, charts: false, $"""
            <main class="sheet {kind}">
            {back}<section class="md">{body}</section>
            <p class="made">Made by course {PageFrame.Version}.</p>
            </main>
            """);
    }

    /// <summary>What a link to the page of a file says: <c>cheat-sheet.md</c> is the Cheat sheet.</summary>
    public static string TitleOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');
    }

    /// <summary>The Markdown files of a folder of lessons that become pages, but for its README.</summary>
    public static IReadOnlyList<string> Find(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.md").Where(file => Path.GetFileName(file) != "README.md").Order(StringComparer.Ordinal)]
        : [];
}
