// The messages of a room in Jupyter's envelope: reading a window's, making the server's own. protocol.md lists them.

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookHost.Jupyter;

namespace NotebookHost.Web;

/// <summary>A message from a window whose envelope is whole.</summary>
/// <param name="Json">The message.</param>
/// <param name="Channel">Its channel; empty where it names none.</param>
/// <param name="Type">What it asks for.</param>
/// <param name="Id">What its answers name.</param>
internal sealed record RoomRequest(JsonObject Json, string Channel, string Type, string Id)
{
    /// <summary>What it says.</summary>
    internal JsonObject Content => (JsonObject)Json["content"]!;
}

/// <summary>Reads and builds messages.</summary>
internal static class RoomMessages
{
    private const string Sender = "server";
    private const int LongestId = 100;

    /// <summary>A window's message, or null where it is none.</summary>
    internal static RoomRequest? Read(string text)
    {
        try
        {
            return JsonNode.Parse(text) is JsonObject message && message["header"] is JsonObject header && message["content"] is JsonObject
                && Text(header["msg_type"]) is { } type && Text(header["msg_id"]) is { Length: > 0 and <= LongestId } id
                ? new RoomRequest(message, Text(message["channel"]) ?? "", type, id)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A message about the lesson as a whole.</summary>
    internal static JsonObject Course(string type, JsonObject content) => Envelope("course", type, [], [], content);

    /// <summary>The request that a session answers as soon as it is ready.</summary>
    internal static JsonObject Hello() => Envelope("control", "kernel_info_request", [], [], []);

    /// <summary>An output of a cell that the server adds itself.</summary>
    internal static JsonObject Iopub(string type, string parent, string cell, JsonObject content) =>
        Envelope("iopub", type, new JsonObject { ["msg_id"] = parent }, new JsonObject { ["cell"] = cell }, content);

    /// <summary>The answer to a request.</summary>
    internal static JsonObject Reply(RoomRequest request, JsonObject content) => Envelope(
        "course",
        request.Type.Replace("_request", "_reply", StringComparison.Ordinal),
        (JsonObject)request.Json["header"]!.DeepClone(),
        [],
        content);

    /// <summary>The reply to the run of a cell that a session did not finish.</summary>
    /// <param name="id">The request's id.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="status"><c>error</c>, or <c>aborted</c> for a cell that had not begun.</param>
    /// <param name="sentence">Why.</param>
    internal static JsonObject SessionEnded(string id, string cell, string status, string sentence) => Envelope(
        "shell",
        "execute_reply",
        new JsonObject { ["msg_id"] = id, ["msg_type"] = "execute_request" },
        new JsonObject { ["cell"] = cell },
        new JsonObject { ["status"] = status, ["ename"] = "SessionEnded", ["evalue"] = sentence, ["traceback"] = new JsonArray() });

    /// <summary>The content of an answer that refuses.</summary>
    /// <param name="reason">The word that the page's script knows.</param>
    /// <param name="sentence">The sentence for the learner.</param>
    internal static JsonObject Refusal(string reason, string sentence) => new() { ["status"] = "error", ["reason"] = reason, ["evalue"] = sentence };

    /// <summary>A message as it travels.</summary>
    internal static byte[] Bytes(JsonObject message) => Encoding.UTF8.GetBytes(message.ToJsonString());

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject Envelope(string channel, string type, JsonObject parent, JsonObject metadata, JsonObject content) => new()
    {
        ["channel"] = channel,
        ["header"] = JupyterMessage.NewHeader(type, Sender),
        ["parent_header"] = parent,
        ["metadata"] = metadata,
        ["content"] = content,
    };
}
