// Finds the exercise cells of a notebook that anybody may have edited: cells doubled, deleted, turned into text, files that are no
// notebooks at all. Each exercise has at most one cell, by a rule that does not depend on luck.

using System.Text.Json;

namespace NotebookHost.Grading;

/// <summary>The exercise cells of a submission.</summary>
public sealed class ExerciseCells
{
    /// <summary>The most bytes that a notebook may have; outputs with many plots stay below it.</summary>
    public const int LargestNotebook = 32 << 20;

    private readonly Dictionary<string, string> sources = [];

    /// <summary>The text of each exercise's cell, by id.</summary>
    public IReadOnlyDictionary<string, string> Sources => sources;

    /// <summary>What a teacher should know, a sentence each.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Whether every file could be read; what is missing from one that could not is not known to be missing.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Notes that a file could not be read.</summary>
    /// <param name="sentence">Why.</param>
    public void Unreadable(string sentence)
    {
        IsComplete = false;
        Notes.Add(sentence);
    }

    /// <summary>Adds the cells of a notebook.</summary>
    /// <param name="name">What notes call it.</param>
    /// <param name="bytes">The file.</param>
    public void Add(string name, byte[] bytes)
    {
        name = Words.Printable(name);
        if (bytes.Length > LargestNotebook)
        {
            Unreadable($"{name} has more than {LargestNotebook >> 20} MB and was not read.");
            return;
        }

        try
        {
            // Of a key that stands twice, JsonNode would complain late and elsewhere: the document's own reader takes the last one.
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 64 });
            Add(name, document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            Unreadable($"{name} is not a notebook: {Words.Printable(exception.Message)}");
        }
    }

    private void Add(string name, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("cells", out var cells) || cells.ValueKind != JsonValueKind.Array)
        {
            Unreadable($"{name} is JSON, but not a notebook: it has no list \"cells\".");
            return;
        }

        foreach (var cell in cells.EnumerateArray())
        {
            if (cell.ValueKind != JsonValueKind.Object || !cell.TryGetProperty("source", out var source) || Text(source) is not { } text || ExerciseFolder.IdIn(text) is not { } id)
            {
                continue;
            }

            if (!cell.TryGetProperty("cell_type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() != "code")
            {
                Notes.Add($"{name}: the cell of exercise {id} is not a code cell and was not graded.");
                continue;
            }

            if (sources.TryGetValue(id, out var earlier) && earlier != text)
            {
                Notes.Add($"{name}: there is more than one cell of exercise {id}; the last one was graded.");
            }

            sources[id] = text;
        }
    }

    // A text, or a list of lines. An escape of half a character makes the reader throw.
    private static string? Text(JsonElement source)
    {
        try
        {
            return source.ValueKind switch
            {
                JsonValueKind.String => source.GetString(),
                JsonValueKind.Array when source.EnumerateArray().All(l => l.ValueKind == JsonValueKind.String) => string.Concat(source.EnumerateArray().Select(l => l.GetString())),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
