// JSON as the verbs write it: invariant numbers, readable text, LF.

using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course;

internal static class Json
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Indented text.</summary>
    public static string Text(JsonNode node) => node.ToJsonString(Options);

    /// <summary>An array of whole numbers, or null.</summary>
    public static JsonArray? Numbers(long[]? values) => values is null ? null : new JsonArray([.. values.Select(v => (JsonNode)v)]);

    /// <summary>A whole number with separators.</summary>
    public static string Thousands(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
