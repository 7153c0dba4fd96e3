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
    private JsonArray outputs = [];
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
        if (outputs.LastOrDefault() is JsonObject previous && (string?)previous["output_type"] == "stream" && (string?)previous["name"] == name)
        {
            var sofar = MultilineText.Read(previous["text"]);
            if (sofar.Length < MaximumStreamLength)
            {
                previous["text"] = MultilineText.Write(Terminal.Settle(sofar + text));
            }

            return;
        }

        outputs.Add(new JsonObject { ["name"] = name, ["output_type"] = "stream", ["text"] = MultilineText.Write(Terminal.Settle(text)) });
    }

    /// <inheritdoc/>
    public virtual void Display(DisplayOutput output)
    {
        if (output.Update)
        {
            foreach (var shown in displayed.GetValueOrDefault(output.DisplayId) ?? [])
            {
                shown["data"] = Stored(output.Data);
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

    /// <summary>The identity under which an output was displayed, or null.</summary>
    internal string? DisplayIdOf(JsonObject output) => displayed.FirstOrDefault(d => d.Value.Contains(output)).Key;

    internal static JsonObject ErrorOutput(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["output_type"] = "error",
        ["traceback"] = new JsonArray([.. error.Traceback.Select(l => (JsonNode)l)]),
    };

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
