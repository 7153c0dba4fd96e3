// Results as JSON, the same text on every run: what the command line writes and what grading processes tell each other.

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NotebookHost.Grading;

/// <summary>The JSON of grading.</summary>
public static class GradingJson
{
    private static readonly JsonSerializerOptions Line = Options(indented: false);
    private static readonly JsonSerializerOptions Page = Options(indented: true);

    /// <summary>On one line.</summary>
    public static string ToLine<T>(T value) => JsonSerializer.Serialize(value, Line);

    /// <summary>Indented, for files.</summary>
    public static string ToPage<T>(T value) => JsonSerializer.Serialize(value, Page) + "\n";

    /// <summary>Reads what <see cref="ToLine"/> or <see cref="ToPage"/> wrote; null where the text is something else.</summary>
    public static T? Read<T>(string text) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonSerializerOptions Options(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        NewLine = "\n",
        // Control characters stay escaped; letters of any language stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
