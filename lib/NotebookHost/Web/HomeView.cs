// The map of the course as this learner stands in it: lessons with what was run and solved, times, the claims measured so far.

using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ConvNets.Plots;
using ConvNets.Training;
using NotebookHost.Documents;
using NotebookHost.Grading;
using NotebookHost.Headless;
using NotebookHost.Html;

namespace NotebookHost.Web;

/// <summary>Makes the data of the home page.</summary>
internal sealed partial class HomeView(Shelf shelf)
{
    private readonly ConcurrentDictionary<string, (DateTime Written, JsonObject Card, IReadOnlyList<Claim> Claims)> known = new(StringComparer.Ordinal);

    /// <summary>Lessons, scoreboard and family tree.</summary>
    internal JsonObject Course()
    {
        var cards = new JsonArray();
        List<Claim> claims = [];
        var solved = Solved();
        var map = CourseMap.Load(shelf.Folder);
        foreach (var lesson in shelf.Lessons)
        {
            var (known, measured) = Card(lesson);
            var card = (JsonObject)known.DeepClone();
            var number = lesson.Name.Split('-')[0];
            card["solved"] = solved.Count(id => id.StartsWith(number + ".", StringComparison.Ordinal));
            card["needs"] = map.TryGetValue(number, out var entry) ? new JsonArray([.. entry.Needs.Select(need => (JsonNode)need)]) : null;
            cards.Add((JsonNode)card);
            claims.AddRange(measured);
        }

        var board = new Scoreboard(claims);
        return new JsonObject
        {
            ["version"] = PageFrame.Version,
            ["lessons"] = cards,
            ["claims"] = board.Count,
            ["held"] = board.Held,
            ["scoreboard"] = board.Count > 0 ? board.ToHtml(TitleOf) : "",
            ["sheets"] = new JsonArray([.. MarkdownPage.Find(shelf.Folder).Select(file => new JsonObject { ["title"] = MarkdownPage.TitleOf(file), ["url"] = LessonView.Url(Path.GetFileNameWithoutExtension(file) + ".html") })]),
            ["tree"] = FamilyTree.Draw(relative => LessonOf(relative.Lesson) is { } lesson ? LessonView.Url(lesson.Name) : null).ToSvg(),
        };
    }

    // The exercises that a check cell, or `course exercises`, has found solved at least once.
    private string[] Solved() => ExerciseFolder.FindRoot(shelf.Folder) is { } root
        ? [.. new Progress(Path.GetFullPath(Path.Combine(root, "..", ".."))).Read().Where(e => e.Value.Best >= e.Value.Last.Worth).Select(e => e.Key)]
        : [];

    private string TitleOf(string name) => shelf.Lessons.FirstOrDefault(l => l.Name == name)?.Title ?? name;

    private Lesson? LessonOf(string number) => shelf.Lessons.FirstOrDefault(l => l.Name.StartsWith(number + "-", StringComparison.Ordinal));

    private (JsonObject Card, IReadOnlyList<Claim> Claims) Card(Lesson lesson)
    {
        var file = shelf.Shown(lesson);
        var written = File.GetLastWriteTimeUtc(file);
        if (known.TryGetValue(lesson.Name, out var last) && last.Written == written)
        {
            return (last.Card, last.Claims);
        }

        JsonObject card;
        IReadOnlyList<Claim> claims = [];
        try
        {
            var notebook = Notebook.Load(file);
            claims = [.. Claims.In(notebook).Select(c => Claim.FromJson(c.ToJsonString()))];
            card = Card(lesson, notebook, begun: file != lesson.Path, claims);
        }
        catch (NotebookException exception)
        {
            card = new JsonObject { ["name"] = lesson.Name, ["title"] = lesson.Title, ["url"] = LessonView.Url(lesson.Name), ["problem"] = exception.Message };
        }

        known[lesson.Name] = (written, card, claims);
        return (card, claims);
    }

    private static JsonObject Card(Lesson lesson, Notebook notebook, bool begun, IReadOnlyList<Claim> claims)
    {
        Cell[] code = [.. notebook.Cells.Where(c => c.Kind == CellKind.Code && c.Source.Trim().Length > 0)];
        return new JsonObject
        {
            ["name"] = lesson.Name,
            ["number"] = lesson.Name.Split('-')[0],
            ["title"] = TitleNumber().Replace(notebook.Title ?? lesson.Title, ""),
            ["url"] = LessonView.Url(lesson.Name),
            ["summary"] = CoursePage.Summary(notebook),
            ["begun"] = begun,
            ["cells"] = code.Length,
            ["ran"] = code.Count(c => c.ExecutionCount is not null && c.Outputs.All(o => (string?)o?["output_type"] != "error")),
            ["time"] = CourseMap.Time(notebook, "quick"),
            ["claims"] = claims.Count,
            ["held"] = claims.Count(c => c.Holds),
            ["exercises"] = code.Count(c => c.Source.StartsWith("// exercise ", StringComparison.Ordinal)),
        };
    }

    [GeneratedRegex(@"^\d\d\s*·\s*")]
    private static partial Regex TitleNumber();
}
