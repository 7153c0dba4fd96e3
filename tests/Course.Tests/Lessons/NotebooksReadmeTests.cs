using System.Text;
using System.Text.RegularExpressions;
using ConvNets.Plots;
using NotebookHost.Documents;
using NotebookHost.Html;

namespace Tests.Lessons;

/// <summary>
/// What notebooks/ shows of itself: the map of its README, the picture of the family tree, the links of the glossary to the
/// lessons. UPDATE_README=1 writes them anew.
/// </summary>
public partial class NotebooksReadmeTests
{
    private const string Begin = "<!-- begin map -->";
    private const string End = "<!-- end map -->";

    private static string Folder => Repository.PathOf("notebooks");

    [Fact]
    public void The_map_of_the_readme_is_that_of_the_lessons()
    {
        var path = Path.Combine(Folder, "README.md");
        var readme = File.ReadAllText(path);
        Same(path, readme, readme[..(readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + Map() + readme[readme.IndexOf(End, StringComparison.Ordinal)..]);
    }

    [Fact]
    public void The_map_knows_every_lesson_and_asks_for_earlier_ones_only()
    {
        var map = CourseMap.Load(Folder);
        Assert.All(Prose.Notebooks, path => Assert.Contains(Path.GetFileName(path)[..2], map.Keys));
        Assert.All(map, entry => Assert.All(entry.Value.Needs, need => Assert.True(string.CompareOrdinal(need, entry.Key) < 0)));
    }

    [Fact]
    public void The_picture_of_the_family_tree_is_drawn_from_the_registry()
    {
        var path = Path.Combine(Folder, "pictures", "family-tree.svg");
        Same(path, File.Exists(path) ? File.ReadAllText(path) : "", FamilyTree.Draw().ToSvg());
    }

    [Fact]
    public void The_terms_of_the_glossary_stand_in_the_order_of_the_alphabet_once_each()
    {
        string[] terms = [.. Term().Matches(File.ReadAllText(Path.Combine(Folder, "glossary.md"))).Select(match => match.Groups[1].Value)];
        Assert.Equal(terms.Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(Letters, StringComparer.OrdinalIgnoreCase), terms);
        static string Letters(string term) => string.Concat(term.Where(c => char.IsLetterOrDigit(c) || c == ' '));
    }

    [Fact]
    public void The_sheets_lead_to_the_lessons_that_they_name()
    {
        foreach (var path in MarkdownPage.Find(Folder))
        {
            var text = File.ReadAllText(path);
            Same(path, text, LessonLink().Replace(text, m => Link(m.Groups["words"].Value, m.Groups["number"].Value)));
        }
    }

    private static string Link(string words, string number) =>
        Prose.Notebooks.Select(p => Path.GetFileName(p)).FirstOrDefault(name => name.StartsWith(number, StringComparison.Ordinal)) is { } lesson
            ? $"[{words}]({lesson})"
            : words;

    private static string Map()
    {
        var map = CourseMap.Load(Folder);
        var text = new StringBuilder("\n\n| lesson | about | builds on | quick |\n| --- | --- | --- | --: |\n");
        foreach (var path in Prose.Notebooks)
        {
            var name = Path.GetFileName(path);
            var notebook = Notebook.Load(path);
            var entry = map[name[..2]];
            text.Append($"| [{notebook.Title}]({name}) | {entry.About} | {string.Join(", ", entry.Needs)} | {CourseMap.Time(notebook, "quick")} |\n");
        }

        return text.Append('\n').ToString();
    }

    private static void Same(string path, string is_, string wanted)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_README") == "1")
        {
            File.WriteAllText(path, wanted);
        }
        else
        {
            Assert.True(is_ == wanted, $"{Path.GetRelativePath(Repository.Root, path)} is out of date: run this test with UPDATE_README=1.");
        }
    }

    [GeneratedRegex(@"(?:\[(?<words>[Ll]esson (?<number>\d\d))\]\([^)]*\)|(?<words>[Ll]esson (?<number>\d\d)))")]
    private static partial Regex LessonLink();

    [GeneratedRegex(@"^\*\*(.+?)\.\*\*", RegexOptions.Multiline)]
    private static partial Regex Term();
}
