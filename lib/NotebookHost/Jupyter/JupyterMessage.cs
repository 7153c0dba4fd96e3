// A Jupyter message (protocol 5.3) and its signed frames.

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookHost.Jupyter;

/// <summary>A message between a front end and a kernel.</summary>
/// <param name="Identities">The routing frames before the delimiter.</param>
/// <param name="Header">Id, session, type.</param>
/// <param name="Parent">The header of the message that it answers.</param>
/// <param name="Metadata">Metadata.</param>
/// <param name="Content">What it says.</param>
internal sealed record JupyterMessage(IReadOnlyList<byte[]> Identities, JsonObject Header, JsonObject Parent, JsonObject Metadata, JsonObject Content)
{
    internal const string ProtocolVersion = "5.3";

    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal string Type => (string?)Header["msg_type"] ?? "";

    internal static JsonObject NewHeader(string type, string session) => new()
    {
        ["msg_id"] = Guid.NewGuid().ToString("N"),
        ["session"] = session,
        ["username"] = "kernel",
        ["date"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        ["msg_type"] = type,
        ["version"] = ProtocolVersion,
    };

    /// <summary>Reads the frames; null when they are malformed or the signature is wrong.</summary>
    internal static JupyterMessage? Read(List<byte[]> frames, byte[] key)
    {
        var at = frames.FindIndex(f => f.AsSpan().SequenceEqual(Delimiter));
        if (at < 0 || frames.Count < at + 6)
        {
            return null;
        }

        if (key.Length > 0)
        {
            var expected = Encoding.ASCII.GetBytes(Sign(key, frames, at + 2));
            if (!CryptographicOperations.FixedTimeEquals(expected, frames[at + 1]))
            {
                return null;
            }
        }

        try
        {
            return Json(at + 2) is { } header && IsHeader(header) && Json(at + 3) is { } parent && Json(at + 4) is { } metadata && Json(at + 5) is { } content
                ? new JupyterMessage(frames[..at], header, parent, metadata, content)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // Not JSON, or a header that names a thing twice.
            return null;
        }

        JsonObject? Json(int index) => JsonNode.Parse(frames[index]) as JsonObject;
    }

    /// <summary>Reads the JSON form that travels over a WebSocket; null when a part is missing or malformed.</summary>
    internal static JupyterMessage? FromJson(JsonObject json) => json["header"] is JsonObject header && IsHeader(header) && json["content"] is JsonObject content
        ? new JupyterMessage([], header, json["parent_header"] as JsonObject ?? [], json["metadata"] as JsonObject ?? [], content)
        : null;

    /// <summary>The JSON form that travels over a WebSocket.</summary>
    internal JsonObject ToJson(string channel) => new()
    {
        ["channel"] = channel,
        ["header"] = Header.DeepClone(),
        ["parent_header"] = Parent.DeepClone(),
        ["metadata"] = Metadata.DeepClone(),
        ["content"] = Content.DeepClone(),
    };

    /// <summary>The frames, signed.</summary>
    internal List<byte[]> Write(byte[] key)
    {
        List<byte[]> frames = [.. Identities, Delimiter, [], Bytes(Header), Bytes(Parent), Bytes(Metadata), Bytes(Content)];
        var at = Identities.Count;
        if (key.Length > 0)
        {
            frames[at + 1] = Encoding.ASCII.GetBytes(Sign(key, frames, at + 2));
        }

        return frames;
    }

    // What answers are made from has to be there; a content that is not as it should be gets an answer that says so.
    private static bool IsHeader(JsonObject header) => header["msg_type"]?.GetValueKind() == JsonValueKind.String && header["msg_id"]?.GetValueKind() == JsonValueKind.String;

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(Relaxed));

    private static string Sign(byte[] key, List<byte[]> frames, int start)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        for (var i = start; i < start + 4; i++)
        {
            hmac.AppendData(frames[i]);
        }

        return Convert.ToHexStringLower(hmac.GetHashAndReset());
    }
}
