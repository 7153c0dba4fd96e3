// What parent and child say to each other: one JSON object a line, marked by a leading record separator, so that anything else
// that lands on the child's standard output is told apart.

using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookHost.Session;

namespace NotebookHost.Headless;

internal static class ChildMessages
{
    internal const char Mark = '\u001e';

    internal static string Line(JsonObject message) => Mark + message.ToJsonString();

    internal static JsonObject? Read(string line)
    {
        if (line.Length == 0 || line[0] != Mark)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(line[1..]) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static JsonObject Of(CellError error) => new()
    {
        ["name"] = error.Name,
        ["message"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(l => (JsonNode)l)]),
        ["line"] = error.Line,
    };

    internal static CellError? Error(JsonNode? node) => node is JsonObject error
        ? new CellError((string?)error["name"] ?? "", (string?)error["message"] ?? "", [.. (error["traceback"] as JsonArray ?? []).Select(l => (string?)l ?? "")], (int?)error["line"])
        : null;

    internal static JsonObject Job(string path, RunOptions options) => new()
    {
        ["path"] = path,
        ["profile"] = options.Profile,
        ["data"] = options.Data,
        ["seed"] = options.Seed,
        ["cellLimit"] = options.CellLimit.TotalSeconds,
        ["totalLimit"] = options.TotalLimit.TotalSeconds,
        ["goOn"] = options.GoOnAfterError,
    };

    internal static RunOptions Options(JsonObject job) => new()
    {
        Profile = (string?)job["profile"] ?? "quick",
        Data = (string?)job["data"] ?? "",
        Seed = (int?)job["seed"] ?? 1,
        CellLimit = TimeSpan.FromSeconds((double?)job["cellLimit"] ?? 1800),
        TotalLimit = TimeSpan.FromSeconds((double?)job["totalLimit"] ?? 21600),
        GoOnAfterError = (bool?)job["goOn"] ?? false,
    };
}
