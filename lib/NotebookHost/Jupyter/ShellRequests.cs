// The requests that run no code of the user: kernel info, completion, inspection, history and their kin.

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NotebookHost.Documents;
using NotebookHost.Session;
using NotebookHost.Session.Services;

namespace NotebookHost.Jupyter;

internal sealed partial class ShellRequests(CSharpSession session)
{
    private readonly CodeServices services = new(session);
    private readonly List<(int Number, string Code)> history = [];

    internal void Remember(int number, string code)
    {
        lock (history)
        {
            history.Add((number, code));
        }
    }

    /// <summary>The reply to a request, or null for one that this kernel does not know.</summary>
    internal JsonObject? Answer(string type, JsonObject content) => type switch
    {
        "kernel_info_request" => Info(),
        "complete_request" => Complete(content),
        "inspect_request" => Inspect(content),
        "hover_request" => Hover(content),
        "signature_request" => Signatures(content),
        "diagnostics_request" => Diagnostics(content),
        "is_complete_request" => IsComplete((string?)content["code"] ?? ""),
        "history_request" => History(content),
        "comm_info_request" => new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() },
        "connect_request" => new JsonObject { ["status"] = "ok" },
        _ => null,
    };

    /// <summary>Evaluates the expressions that came with a request.</summary>
    internal async Task<JsonObject> Evaluate(JsonObject? expressions)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in expressions ?? [])
        {
            var outputs = new JsonArray();
            var recorder = new OutputRecorder();
            recorder.Begin(outputs, session.ExecutionCount);
            var result = await session.RunAsync((string?)expression ?? "", recorder, silent: true).ConfigureAwait(false);
            if (result.Error is { } error)
            {
                var failed = JupyterSink.Content(error);
                failed["status"] = "error";
                values[name] = failed;
            }
            else
            {
                var data = new JsonObject();
                foreach (var (mimeType, value) in outputs.OfType<JsonObject>().LastOrDefault(o => (string?)o["output_type"] == "execute_result")?["data"] as JsonObject ?? [])
                {
                    data[mimeType] = value is JsonArray ? MultilineText.Read(value) : value?.DeepClone();
                }

                values[name] = new JsonObject { ["status"] = "ok", ["data"] = data, ["metadata"] = new JsonObject() };
            }
        }

        return values;
    }

    /// <summary>The pager for a cell such as <c>Console.WriteLine?</c>: the documentation of the name; null for any other cell.</summary>
    internal JsonObject? Page(string code)
    {
        if (NameWithQuestionMark().Match(code) is not { Success: true } match)
        {
            return null;
        }

        var name = match.Groups[1].Value;
        var found = Inspect(new JsonObject { ["code"] = name, ["cursor_pos"] = name.Length - 1 })["data"]!.AsObject();
        return new JsonObject
        {
            ["source"] = "page",
            ["start"] = 0,
            ["data"] = found.Count > 0 ? found.DeepClone() : new JsonObject { ["text/plain"] = $"There is nothing named {name} here." },
        };
    }

    [GeneratedRegex(@"^\s*([\w.]+)\?\s*$")]
    private static partial Regex NameWithQuestionMark();

    private static JsonObject Info() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = JupyterMessage.ProtocolVersion,
        ["implementation"] = "csharp-course",
        ["implementation_version"] = typeof(ShellRequests).Assembly.GetName().Version?.ToString(3),
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = "C# 14 on .NET 10, the kernel of the course kit. #!lsmagic lists what a cell can do besides C#.",
        ["debugger"] = false,
        ["help_links"] = new JsonArray(
            new JsonObject { ["text"] = "C# language", ["url"] = "https://learn.microsoft.com/dotnet/csharp/" },
            new JsonObject { ["text"] = ".NET API browser", ["url"] = "https://learn.microsoft.com/dotnet/api/" }),
    };

    private static JsonObject IsComplete(string code)
    {
        var state = CodeServices.IsComplete(code);
        var reply = new JsonObject { ["status"] = state.ToString().ToLowerInvariant() };
        if (state == Completeness.Incomplete)
        {
            var last = code.Split('\n')[^1];
            var indent = last[..^last.TrimStart().Length];
            reply["indent"] = last.TrimEnd().EndsWith('{') ? indent + "    " : indent;
        }

        return reply;
    }

    private JsonObject Complete(JsonObject content)
    {
        var (code, position) = Cursor(content);
        var found = services.Complete(code, position);
        var start = CodePoints.FromIndex(code, found.Start);
        var end = CodePoints.FromIndex(code, found.End);
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Items.Select(i => (JsonNode)i.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(i => (JsonNode)new JsonObject
                {
                    ["text"] = i.Text,
                    ["type"] = i.Kind,
                    ["signature"] = i.Detail,
                    ["start"] = start,
                    ["end"] = end,
                })]),
            },
        };
    }

    private JsonObject Inspect(JsonObject content)
    {
        var (code, position) = Cursor(content);
        var text = services.Hover(code, position) is { } hover
            ? string.Join("\n\n", new[] { hover.Signature, hover.Documentation, hover.Value is { } value ? $"value: {value}" : "" }.Where(t => t.Length > 0))
            : services.Signatures(code, position) is { } help
                ? string.Join("\n\n", help.Overloads.Select(o => o.Documentation.Length > 0 ? $"{o.Label}\n  {o.Documentation}" : o.Label))
                : "";
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = text.Length > 0,
            ["data"] = text.Length > 0 ? new JsonObject { ["text/plain"] = text } : new JsonObject(),
            ["metadata"] = new JsonObject(),
        };
    }

    // The three requests of the browser's editor go beyond Jupyter's protocol; their positions are code points as everywhere in it.
    private JsonObject Hover(JsonObject content)
    {
        var (code, position) = Cursor(content);
        var hover = services.Hover(code, position);
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = hover is not null,
            ["signature"] = hover?.Signature,
            ["documentation"] = hover?.Documentation,
            ["value"] = hover?.Value,
        };
    }

    private JsonObject Signatures(JsonObject content)
    {
        var (code, position) = Cursor(content);
        var help = services.Signatures(code, position);
        return new JsonObject
        {
            ["status"] = "ok",
            ["active_parameter"] = help?.ActiveParameter ?? 0,
            ["overloads"] = new JsonArray([.. (help?.Overloads ?? []).Select(o => (JsonNode)new JsonObject
            {
                ["label"] = o.Label,
                ["documentation"] = o.Documentation,
                ["parameters"] = new JsonArray([.. o.Parameters.Select(p => (JsonNode)new JsonObject { ["label"] = p.Label, ["documentation"] = p.Documentation })]),
            })]),
        };
    }

    private JsonObject Diagnostics(JsonObject content)
    {
        var (code, _) = Cursor(content);
        return new JsonObject
        {
            ["status"] = "ok",
            ["diagnostics"] = new JsonArray([.. services.Diagnostics(code).Select(d => (JsonNode)new JsonObject
            {
                ["severity"] = d.Severity,
                ["id"] = d.Id,
                ["message"] = d.Message,
                ["start"] = CodePoints.FromIndex(code, d.Start),
                ["end"] = CodePoints.FromIndex(code, d.End),
                ["line"] = d.Line,
            })]),
        };
    }

    private static (string Code, int Position) Cursor(JsonObject content)
    {
        var code = (string?)content["code"] ?? "";
        return (code, CodePoints.ToIndex(code, (int?)content["cursor_pos"] ?? int.MaxValue));
    }

    private JsonObject History(JsonObject content)
    {
        IEnumerable<(int Number, string Code)> found;
        lock (history)
        {
            found = [.. history];
        }

        var count = (int?)content["n"] ?? int.MaxValue;
        switch ((string?)content["hist_access_type"])
        {
            case "range":
                var start = (int?)content["start"] ?? 0;
                var stop = (int?)content["stop"] ?? int.MaxValue;
                found = found.Where(h => h.Number >= start && h.Number < stop);
                break;
            case "search":
                var pattern = "^" + Regex.Escape((string?)content["pattern"] ?? "*").Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$";
                found = found.Where(h => Regex.IsMatch(h.Code, pattern, RegexOptions.Singleline, TimeSpan.FromSeconds(1)));
                found = (bool?)content["unique"] == true ? found.DistinctBy(h => h.Code) : found;
                found = found.TakeLast(count);
                break;
            default:
                found = found.TakeLast(count);
                break;
        }

        var withOutput = (bool?)content["output"] ?? false;
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. found.Select(h => (JsonNode)new JsonArray(1, h.Number, withOutput ? new JsonArray(h.Code, null) : h.Code))]),
        };
    }
}
