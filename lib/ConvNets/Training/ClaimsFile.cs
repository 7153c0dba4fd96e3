// claims.json: what one run of the lessons measured, for other tools to read.

using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConvNets.Training;

/// <summary>The contents of claims.json.</summary>
/// <param name="Kit">Version of the kit that measured.</param>
/// <param name="Date">When the run ended, ISO 8601 in UTC.</param>
/// <param name="Profile">smoke, quick or full.</param>
/// <param name="Data">Name of the data set, or the folder it came from.</param>
/// <param name="Claims">Every claim, lesson by lesson.</param>
public sealed record ClaimsFile(
    [property: JsonPropertyName("kit")] string Kit,
    [property: JsonPropertyName("date")] string Date,
    [property: JsonPropertyName("profile")] string Profile,
    [property: JsonPropertyName("data")] string Data,
    [property: JsonPropertyName("claims")] IReadOnlyList<Claim> Claims)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The file's text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>Writes the file at once: a reader sees the old one or the new one, never half of one.</summary>
    public void Save(string path) => AtomicFile.Write(path, ToJson());

    /// <summary>Reads a claims.json.</summary>
    /// <exception cref="InvalidDataException">The file is not what <see cref="Save"/> writes.</exception>
    public static ClaimsFile Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ClaimsFile>(File.ReadAllText(path), Json)
                ?? throw new InvalidDataException($"{path} holds no claims; run the lessons again to write it anew.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is not a claims file ({e.Message}); run the lessons again to write it anew.", e);
        }
    }
}
