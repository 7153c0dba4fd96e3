// A displayed value as notebooks store it: a JSON object from MIME type to content.

using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Formatting;

namespace NotebookHost.Display;

internal static class MimeBundle
{
    internal static JsonObject Of(IEnumerable<FormattedValue> values)
    {
        var data = new JsonObject();
        foreach (var value in values)
        {
            data[value.MimeType] = IsJson(value.MimeType) ? Parse(value.Value) : JsonValue.Create(value.Value);
        }

        return data;
    }

    internal static bool IsJson(string mimeType) => mimeType.EndsWith("/json", StringComparison.Ordinal) || mimeType.EndsWith("+json", StringComparison.Ordinal);

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
