// The index of a run: the map of the lessons, the family tree of the networks, the scoreboard of the claims, and a search over
// all pages.

using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ConvNets.Plots;
using ConvNets.Training;
using NotebookHost.Documents;
using NotebookHost.Headless;

namespace NotebookHost.Html;

/// <summary>Writes index.html.</summary>
public static class CoursePage
{
    private const int SectionLength = 1200;

    /// <summary>The page that leads to all lessons of a run.</summary>
    /// <param name="course">What came of the run.</param>
    /// <param name="options">Profile and data of the run.</param>
    /// <param name="folder">The folder of the lessons, for its map and its Markdown pages.</param>
    public static string Write(CourseReport course, RunOptions options, string folder)
    {
        var map = CourseMap.Load(folder);
        var known = course.Lessons.GroupBy(l => Number(l.Lesson)).ToDictionary(l => l.Key, l => l.First().Lesson.Name + ".html");
        var tree = FamilyTree.Draw(family => known.GetValueOrDefault(family.Lesson));
        var board = new Scoreboard(course.Lessons.SelectMany(l => l.Report.Claims).Select(c => Claim.FromJson(c.ToJsonString())));
        string Title(string lesson) => course.Lessons.FirstOrDefault(l => l.Lesson.Name == lesson)?.Lesson.Title ?? lesson;
        var data = options.Data.Length > 0 ? options.Data : "the embedded data set";
        return PageFrame.Write("Convolutional networks, rebuilt", math: false, charts: false, $"""
            <div class="site">
            <h1>Convolutional networks, rebuilt</h1>
            <p class="lead">Each lesson rebuilds one paper: its idea, its block, its table, its experiment. This run used profile {Encode(options.Profile)} on {Encode(data)} and took {Time(course.Duration)}.</p>
            <input class="search" type="search" placeholder="Search the lessons" aria-label="Search the lessons">
            <ul class="hits"></ul>
            <ol class="map">
            {string.Concat(course.Lessons.Select(outcome => Card(outcome, map, known)))}
            </ol>
            {Sheets(folder)}<h2 id="family-tree">The family tree of the networks</h2>
            <p>Each box is a family of networks and the idea that it brought. An arrow says that an idea was passed on, and tells which one when the pointer rests on it. Boxes lead to the lessons of this run.</p>
            <div class="figure tree">{tree.ToSvg()}</div>
            {(board.Count > 0 ? $"<h2 id=\"scoreboard\">What the papers claim, and what was measured here</h2>\n{board.ToHtml(Title)}" : "")}
            <p class="made">Made by course {PageFrame.Version}. All pages work from disk, without a network.</p>
            </div>
            <script type="application/json" id="search-index">{SearchIndex(course)}</script>
            """);
    }

    private static string Number(Lesson lesson) => lesson.Name.Split('-')[0];

    // The number stands above the title already.
    private static string Name(Lesson lesson) => lesson.Title.StartsWith($"{Number(lesson)} · ", StringComparison.Ordinal) ? lesson.Title[5..] : lesson.Title;

    private static string Sheets(string folder)
    {
        var links = MarkdownPage.Find(folder)
            .Select(file => $"<a href=\"{Encode(Path.GetFileNameWithoutExtension(file))}.html\">{Encode(MarkdownPage.TitleOf(file))}</a>");
        var list = string.Join(" · ", links);
        return list.Length > 0 ? $"<p class=\"sheets\">Beside the lessons: {list}</p>\n" : "";
    }

    private static string Needs(string number, IReadOnlyDictionary<string, MapEntry> map, Dictionary<string, string> known)
    {
        if (!map.TryGetValue(number, out var entry))
        {
            return "";
        }

        var links = entry.Needs.Select(need => known.TryGetValue(need, out var url) ? $"<a href=\"{Encode(url)}\">{Encode(need)}</a>" : Encode(need));
        return $"<span class=\"needs\">{(entry.Needs.Count == 0 ? "needs no other lesson" : $"builds on {string.Join(", ", links)}")}</span>";
    }

    private static string Card(LessonOutcome outcome, IReadOnlyDictionary<string, MapEntry> map, Dictionary<string, string> known)
    {
        var lesson = outcome.Lesson;
        var number = Number(lesson);
        var claims = outcome.Report.Claims;
        var held = claims.Count(c => (bool?)c["holds"] == true);
        var state = outcome.Report.Succeeded
            ? $"{Time(outcome.Report.Duration)}{(claims.Count > 0 ? $" · {held} of {claims.Count} claims held" : "")}"
            : $"<span class=\"failed\">stopped at cell {outcome.Report.Failures[0].Number}</span>";
        return $"<li><span class=\"number\">{Encode(number)}</span><a href=\"{Encode(lesson.Name)}.html\">{Encode(Name(lesson))}</a><p>{Encode(Summary(outcome.Report.Notebook))}</p>{Needs(number, map, known)}<span class=\"state\">{state}</span></li>\n";
    }

    /// <summary>The first paragraph of the lesson, as text.</summary>
    internal static string Summary(Notebook notebook)
    {
        foreach (var cell in notebook.Cells.Where(c => c.Kind == CellKind.Markdown))
        {
            foreach (var paragraph in cell.Source.ReplaceLineEndings("\n").Split("\n\n"))
            {
                var text = paragraph.Trim();
                if (text.Length > 40 && text[0] is not ('#' or '|' or '<' or '!' or '$' or '>' or '-'))
                {
                    var plain = MarkdownText.Plain(text);
                    return plain.Length <= 180 ? plain : plain[..(plain.LastIndexOf(' ', 177) is > 0 and var at ? at : 177)] + " …";
                }
            }
        }

        return "";
    }

    private static string SearchIndex(CourseReport course)
    {
        var sections = new JsonArray();
        foreach (var outcome in course.Lessons)
        {
            // The same renderer gives the same anchors as the page has.
            var renderer = new MarkdownText(null);
            var heading = new Heading(1, outcome.Lesson.Title, "");
            var text = new StringBuilder();
            foreach (var cell in outcome.Report.Notebook.Cells.Where(c => c.Kind == CellKind.Markdown))
            {
                foreach (var part in Sections(cell.Source))
                {
                    var known = renderer.Headings.Count;
                    renderer.Render(part);
                    if (renderer.Headings.Count > known)
                    {
                        Close();
                        heading = renderer.Headings[known];
                    }

                    text.Append(MarkdownText.Plain(part)).Append(' ');
                }
            }

            Close();

            void Close()
            {
                var found = text.ToString().Trim();
                text.Clear();
                if (found.Length > 0)
                {
                    sections.Add(new JsonObject
                    {
                        ["u"] = outcome.Lesson.Name + ".html" + (heading.Id.Length > 0 ? "#" + heading.Id : ""),
                        ["l"] = outcome.Lesson.Title,
                        ["h"] = heading.Text,
                        ["t"] = found.Length > SectionLength ? found[..SectionLength] : found,
                    });
                }
            }
        }

        return sections.ToJsonString().Replace("</", "<\\/", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Sections(string markdown)
    {
        var part = new StringBuilder();
        var fenced = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            fenced ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!fenced && line.StartsWith('#') && part.Length > 0)
            {
                yield return part.ToString();
                part.Clear();
            }

            part.Append(line).Append('\n');
        }

        yield return part.ToString();
    }

    private static string Time(TimeSpan time) => time.TotalSeconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
