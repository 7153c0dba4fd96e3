using NotebookHost.Documents;
using NotebookHost.Headless;
using NotebookHost.Html;

namespace Tests.Lessons;

public sealed class IndexTests : FolderTests
{
    [Fact]
    public void The_index_shows_what_a_lesson_builds_on_and_leads_from_the_family_tree_to_the_lessons()
    {
        File.WriteAllText(Path.Combine(Folder, "map.json"), """{ "08": { "needs": [], "about": "" }, "10": { "needs": ["08", "99"], "about": "" } }""");
        var html = Index("08-normalise", "10-shortcuts");
        Assert.Contains("builds on <a href=\"08-normalise.html\">08</a>, 99", html);
        Assert.Contains("needs no other lesson", html);
        Assert.Contains("<a href=\"10-shortcuts.html\"><rect", html);
        Assert.DoesNotContain("href=\"13", html);
    }

    [Fact]
    public void A_card_says_the_number_of_its_lesson_once()
    {
        var outcome = new LessonOutcome(new Lesson("10-shortcuts", "", "10 · Shortcuts"), new RunReport(Notebook.Create(), [], [], TimeSpan.Zero));
        Assert.Contains("<span class=\"number\">10</span><a href=\"10-shortcuts.html\">Shortcuts</a>", CoursePage.Write(new CourseReport([outcome], TimeSpan.Zero), new RunOptions(), Folder));
    }

    [Fact]
    public void The_index_leads_to_the_sheets_beside_the_lessons()
    {
        File.WriteAllText(Path.Combine(Folder, "cheat-sheet.md"), "# Cheat sheet");
        File.WriteAllText(Path.Combine(Folder, "README.md"), "# Not a page");
        Assert.Contains("Beside the lessons: <a href=\"cheat-sheet.html\">Cheat sheet</a></p>", Index("10-shortcuts"));
    }

    [Fact]
    public void A_folder_without_a_map_has_an_index_all_the_same() => Assert.DoesNotContain("class=\"needs\"", Index("10-shortcuts"));

    [Fact]
    public void A_map_that_is_none_is_told_in_one_sentence()
    {
        File.WriteAllText(Path.Combine(Folder, "map.json"), "[");
        Assert.Contains("is not a map of lessons", Assert.Throws<NotebookException>(() => Index("10-shortcuts")).Message);
    }

    [Fact]
    public void A_Markdown_file_becomes_a_page_whose_links_lead_to_pages()
    {
        var path = Path.Combine(Folder, "glossary.md");
        File.WriteAllText(path, "# Glossary\n\n[a](10-shortcuts.ipynb#the-idea) [b](cheat-sheet.md) [c](https://example.org/x.md) $x^2$");
        var html = MarkdownPage.Write(path, new PageLink("index.html", "all lessons"));
        Assert.Contains("<title>Glossary</title>", html);
        Assert.Contains("href=\"10-shortcuts.html#the-idea\"", html);
        Assert.Contains("href=\"cheat-sheet.html\"", html);
        Assert.Contains("href=\"https://example.org/x.md\"", html);
    }

    [Fact]
    public void The_header_table_of_a_lesson_says_how_long_it_takes()
    {
        Assert.Matches(@"^\d+ s$", CourseMap.Time(Prose.Open("10-residual-learning.ipynb"), "quick"));
        Assert.Null(CourseMap.Time(Notebook.Create(), "quick"));
    }

    private string Index(params string[] lessons)
    {
        var outcomes = lessons.Select(name => new LessonOutcome(new Lesson(name, Path.Combine(Folder, name + ".ipynb"), name), new RunReport(Notebook.Create(), [], [], TimeSpan.FromSeconds(1))));
        return CoursePage.Write(new CourseReport([.. outcomes], TimeSpan.FromSeconds(2)), new RunOptions(), Folder);
    }
}
