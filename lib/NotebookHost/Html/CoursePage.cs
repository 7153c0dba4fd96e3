// The index of a run: the map of the lessons, the scoreboard of the claims, and a search over all pages.

using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ConvNets.Training;
using NotebookHost.Documents;
using NotebookHost.Headless;

namespace NotebookHost.Html;

/// <summary>Writes index.html.</summary>
public static class CoursePage
{
    private const int SectionLength = 1200;

    /// <summary>The page that leads to all lessons of a run.</summary>
    public static string Write(CourseReport course, RunOptions options)
    {
        var board = new Scoreboard(course.Lessons.SelectMany(l => l.Report.Claims).Select(c => Claim.FromJson(c.ToJsonString())));
        var data = options.Data.Length > 0 ? options.Data : "the embedded data set";
        return PageFrame.Write("Convolutional networks, rebuilt", math: false, charts: false, $"""
            <div class="site">
            <h1>Convolutional networks, rebuilt</h1>
            <p class="lead">Each lesson rebuilds one paper: its idea, its block, its table, its experiment. This run used profile {Encode(options.Profile)} on {Encode(data)} and took {Time(course.Duration)}.</p>
            <input class="search" type="search" placeholder="Search the lessons" aria-label="Search the lessons">
            <ul class="hits"></ul>
            <ol class="map">
            {string.Concat(course.Lessons.Select(Card))}
            </ol>
            {(board.Count > 0 ? $"<h2 id=\"scoreboard\">What the papers claim, and what was measured here</h2>\n{board.ToHtml()}" : "")}
            <p class="made">Made by course {PageFrame.Version}. All pages work from disk, without a network.</p>
            </div>
            <script type="application/json" id="search-index">{SearchIndex(course)}</script>
            """);
    }

    private static string Card(LessonOutcome outcome)
    {
        var lesson = outcome.Lesson;
        var number = lesson.Name.Split('-')[0];
        var claims = outcome.Report.Claims;
        var held = claims.Count(c => (bool?)c["holds"] == true);
        var state = outcome.Report.Succeeded
            ? $"{Time(outcome.Report.Duration)}{(claims.Count > 0 ? $" · {held} of {claims.Count} claims held" : "")}"
            : $"<span class=\"failed\">stopped at cell {outcome.Report.Failures[0].Cell}</span>";
        return $"<li><span class=\"number\">{Encode(number)}</span><a href=\"{Encode(lesson.Name)}.html\">{Encode(lesson.Title)}</a><p>{Encode(Summary(outcome.Report.Notebook))}</p><span class=\"state\">{state}</span></li>\n";
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
