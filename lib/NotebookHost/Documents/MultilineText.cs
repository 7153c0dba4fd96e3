// nbformat's way of writing long texts: a list of lines, each with its line end.

using System.Text.Json.Nodes;

namespace NotebookHost.Documents;

internal static class MultilineText
{
    internal static string Read(JsonNode? node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(l => (string?)l)),
        JsonValue value => value.GetValueKind() == System.Text.Json.JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString(),
        _ => "",
    };

    internal static JsonArray Write(string text) => [.. Lines(text).Select(l => (JsonNode)l)];

    /// <summary>The lines of a text, each with its line end.</summary>
    internal static IEnumerable<string> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            yield return text[start..end];
            start = end;
        }
    }
}
