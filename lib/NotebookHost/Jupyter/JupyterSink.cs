// The outputs of one cell as messages to the front ends, within a limit: a cell that floods is cut off with a note.

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using NotebookHost.Documents;
using NotebookHost.Session;

namespace NotebookHost.Jupyter;

internal sealed class JupyterSink(Action<string, JsonObject> publish, Func<string, bool, string?> ask, int executionCount, bool silent) : ICellSink
{
    internal const long MaximumStream = 64L << 20;
    internal const long MaximumValue = 64L << 20;

    private long streamed;

    internal long StreamLimit { get; init; } = MaximumStream;

    internal long ValueLimit { get; init; } = MaximumValue;

    internal bool PicturesAsHtml { get; init; } = true;

    public void Stream(string name, string text)
    {
        if (silent || streamed > StreamLimit)
        {
            return;
        }

        streamed += text.Length;
        var sent = streamed <= StreamLimit ? text : $"\n[The cell wrote more than {StreamLimit >> 20} MB of text: the rest is not shown.]\n";
        publish("stream", new JsonObject { ["name"] = name, ["text"] = sent });
    }

    public void Display(DisplayOutput output)
    {
        if (!silent)
        {
            publish(output.Update ? "update_display_data" : "display_data", new JsonObject
            {
                ["data"] = Limited(WithPicture(output.Data)),
                ["metadata"] = new JsonObject(),
                ["transient"] = new JsonObject { ["display_id"] = output.DisplayId },
            });
        }
    }

    public void Result(JsonObject data)
    {
        if (!silent)
        {
            publish("execute_result", new JsonObject { ["data"] = Limited(WithPicture(data)), ["metadata"] = new JsonObject(), ["execution_count"] = executionCount });
        }
    }

    public void Error(CellError error)
    {
        if (!silent)
        {
            publish("error", Content(error));
        }
    }

    public void Clear(bool wait)
    {
        if (!silent)
        {
            publish("clear_output", new JsonObject { ["wait"] = wait });
        }
    }

    public string? Ask(string prompt, bool hidden) => ask(prompt, hidden);

    internal static JsonObject Content(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(l => (JsonNode)l)]),
    };

    // nbconvert 6 strips SVG elements and leaves a blank; as a picture without a script the same drawing shows in every front end.
    private JsonObject WithPicture(JsonObject data)
    {
        if (PicturesAsHtml && data["image/svg+xml"] is { } svg && !data.ContainsKey("text/html"))
        {
            var drawing = Convert.ToBase64String(Encoding.UTF8.GetBytes(MultilineText.Read(svg)));
            data["text/html"] = $"<img alt=\"{WebUtility.HtmlEncode(((string?)data["text/plain"] ?? "chart").Split('\n')[0])}\" style=\"max-width:100%\" src=\"data:image/svg+xml;base64,{drawing}\">";
        }

        return data;
    }

    private JsonObject Limited(JsonObject data)
    {
        foreach (var (mimeType, content) in data.ToList())
        {
            if (content?.GetValueKind() == System.Text.Json.JsonValueKind.String && content.GetValue<string>() is var text && text.Length > ValueLimit)
            {
                data[mimeType] = mimeType == "text/plain"
                    ? text[..4096] + $"\n[The value is {text.Length / (1 << 20)} MB of text: the rest is not shown.]"
                    : null;
                if (data[mimeType] is null)
                {
                    data.Remove(mimeType);
                }
            }
        }

        if (data.Count == 0)
        {
            data["text/plain"] = $"[The value is longer than {ValueLimit >> 20} MB and not shown.]";
        }

        return data;
    }
}
