// Turns what a cell sends into nbformat outputs: text of one stream is one output, an update changes the output it names.

using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookHost.Display;
using NotebookHost.Session;

namespace NotebookHost.Documents;

/// <summary>Collects the outputs of cells.</summary>
public class OutputRecorder : ICellSink
{
    private const int MaximumStreamLength = 10_000_000;

    private readonly Dictionary<string, List<JsonObject>> displayed = [];
    private readonly HashSet<JsonArray> updated = [];
    private JsonArray outputs = [];
    private JsonArray? written;
    private long length;
    private int executionCount;
    private bool clearing;

    /// <summary>Starts a cell, whose outputs go into <paramref name="cellOutputs"/>.</summary>
    public void Begin(JsonArray cellOutputs, int number)
    {
        outputs = cellOutputs;
        executionCount = number;
        clearing = false;
    }

    /// <inheritdoc/>
    public virtual void Stream(string name, string text)
    {
        Settle();
        if (outputs.LastOrDefault() is not JsonObject last || (string?)last["output_type"] != "stream" || (string?)last["name"] != name || last["text"] is not JsonArray lines)
        {
            lines = [];
            outputs.Add(new JsonObject { ["name"] = name, ["output_type"] = "stream", ["text"] = lines });
        }

        if (lines != written)
        {
            (written, length) = (lines, lines.Sum(l => (long)((string?)l ?? "").Length));
        }

        Append(lines, text);
    }

    /// <inheritdoc/>
    public virtual void Display(DisplayOutput output)
    {
        if (output.Update)
        {
            foreach (var shown in displayed.GetValueOrDefault(output.DisplayId) ?? [])
            {
                shown["data"] = Stored(output.Data);
                if (shown.Parent is JsonArray place && place != outputs)
                {
                    updated.Add(place);
                }
            }

            return;
        }

        Settle();
        var made = new JsonObject { ["data"] = Stored(output.Data), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" };
        outputs.Add(made);
        if (!displayed.TryGetValue(output.DisplayId, out var list))
        {
            displayed[output.DisplayId] = list = [];
        }

        list.Add(made);
    }

    /// <inheritdoc/>
    public virtual void Result(JsonObject data)
    {
        Settle();
        outputs.Add(new JsonObject
        {
            ["data"] = Stored(data),
            ["execution_count"] = executionCount,
            ["metadata"] = new JsonObject(),
            ["output_type"] = "execute_result",
        });
    }

    /// <inheritdoc/>
    public virtual void Error(CellError error)
    {
        Settle();
        outputs.Add(ErrorOutput(error));
    }

    /// <inheritdoc/>
    public virtual void Clear(bool wait)
    {
        clearing = wait;
        if (!wait)
        {
            outputs.Clear();
        }
    }

    /// <inheritdoc/>
    public virtual string? Ask(string prompt, bool hidden) => null;

    /// <summary>Takes the outputs of earlier cells in which this cell has updated a display.</summary>
    internal HashSet<JsonArray> TakeUpdated()
    {
        HashSet<JsonArray> taken = [.. updated];
        updated.Clear();
        return taken;
    }

    /// <summary>The identity under which an output was displayed, or null.</summary>
    internal string? DisplayIdOf(JsonObject output) => displayed.FirstOrDefault(d => d.Value.Contains(output)).Key;

    internal static JsonObject ErrorOutput(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. error.Traceback.Select(l => (JsonNode)l)]),
    };

    // Only the line that has no end yet can change: what came before it stays as it is.
    private void Append(JsonArray lines, string text)
    {
        if (length > MaximumStreamLength)
        {
            return;
        }

        var open = lines.Count > 0 && (string?)lines[^1] is { } end && !end.EndsWith('\n') ? end : null;
        if (open is not null)
        {
            lines.RemoveAt(lines.Count - 1);
            length -= open.Length;
        }

        var room = (int)Math.Max(0, MaximumStreamLength - length);
        var settled = Terminal.Settle(open + text);
        if (settled.Length > room)
        {
            settled = settled[..room] + $"\n[The cell wrote more than {MaximumStreamLength / 1_000_000} million characters here: the rest is not kept.]\n";
        }

        foreach (var line in MultilineText.Lines(settled))
        {
            lines.Add((JsonNode)line);
            length += line.Length;
        }
    }

    private void Settle()
    {
        if (clearing)
        {
            clearing = false;
            outputs.Clear();
        }
    }

    private static JsonObject Stored(JsonObject data)
    {
        var stored = new JsonObject();
        foreach (var (mimeType, content) in data)
        {
            stored[mimeType] = !MimeBundle.IsJson(mimeType) && content?.GetValueKind() == JsonValueKind.String && !mimeType.StartsWith("image/png", StringComparison.Ordinal)
                ? MultilineText.Write(content.GetValue<string>())
                : content?.DeepClone();
        }

        return stored;
    }
}
