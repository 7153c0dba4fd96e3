// What a window gets to show a lesson: cells with their outputs, Markdown already rendered.

using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Headless;
using NotebookHost.Html;

namespace NotebookHost.Web;

/// <summary>Renders lessons for the page.</summary>
/// <param name="lessons">All lessons, for the ways to the next and the previous one.</param>
/// <param name="folder">The folder of the lessons, where pictures lie.</param>
internal sealed class LessonView(IReadOnlyList<Lesson> lessons, string folder)
{
    /// <summary>The address of a lesson's page.</summary>
    internal static string Url(string name) => "/lesson/" + Uri.EscapeDataString(name);

    /// <summary>A piece of Markdown as HTML.</summary>
    internal string Markdown(string text) => new MarkdownText(folder, Url).Render(text);

    /// <summary>The lesson as it stands.</summary>
    internal JsonObject Of(Lesson lesson, WorkingCopy copy, IReadOnlyDictionary<string, OutputRecorder> recorders, JsonObject session)
    {
        var at = lessons.ToList().FindIndex(l => l.Name == lesson.Name);
        var markdown = new MarkdownText(folder, Url);
        var cells = new JsonArray();
        foreach (var cell in copy.Notebook.Cells)
        {
            cells.Add((JsonNode)Of(cell, markdown, recorders.GetValueOrDefault(cell.Id ?? "")));
        }

        return new JsonObject
        {
            ["name"] = lesson.Name,
            ["title"] = copy.Notebook.Title ?? lesson.Title,
            ["revision"] = copy.Revision,
            ["trusted"] = copy.Trusted,
            ["outdated"] = copy.Outdated,
            ["file"] = copy.FilePath,
            ["previous"] = at > 0 ? Link(lessons[at - 1]) : null,
            ["next"] = at >= 0 && at + 1 < lessons.Count ? Link(lessons[at + 1]) : null,
            ["session"] = session,
            ["cells"] = cells,
        };
    }

    /// <summary>The cells of the course's own lesson: id, type, source.</summary>
    internal static JsonArray Sources(Notebook notebook) => [.. notebook.Cells.Select(c => (JsonNode)new JsonObject
    {
        ["id"] = c.Id,
        ["type"] = c.Kind.ToString().ToLowerInvariant(),
        ["source"] = c.Source,
    })];

    private static JsonObject Link(Lesson lesson) => new() { ["url"] = Url(lesson.Name), ["title"] = lesson.Title };

    private static JsonObject Of(Cell cell, MarkdownText markdown, OutputRecorder? recorder)
    {
        var json = new JsonObject
        {
            ["id"] = cell.Id,
            ["type"] = cell.Kind.ToString().ToLowerInvariant(),
            ["source"] = cell.Source,
            ["tags"] = new JsonArray([.. cell.Tags.Select(t => (JsonNode)t)]),
        };
        if (cell.Kind == CellKind.Markdown)
        {
            json["html"] = markdown.Render(cell.Source, cell.Json["attachments"] as JsonObject);
        }
        else if (cell.Kind == CellKind.Code)
        {
            json["html"] = CodeHighlighter.ToHtml(cell.Source);
            json["count"] = cell.ExecutionCount;
            json["outputs"] = new JsonArray([.. cell.Outputs.OfType<JsonObject>().Select(o => Of(o, recorder))]);
        }

        return json;
    }

    // A display that is still to be updated carries its identity; the file does not.
    private static JsonNode Of(JsonObject output, OutputRecorder? recorder)
    {
        var shown = output.DeepClone();
        if (recorder?.DisplayIdOf(output) is { } id)
        {
            shown["transient"] = new JsonObject { ["display_id"] = id };
        }

        return shown;
    }
}
