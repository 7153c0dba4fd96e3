// The claims of a lesson: outputs that carry the claim MIME type.

using System.Text.Json.Nodes;
using NotebookHost.Documents;

namespace NotebookHost.Headless;

/// <summary>Finds claims in outputs.</summary>
public static class Claims
{
    /// <summary>The MIME type of a claim.</summary>
    public const string MimeType = "application/vnd.course.claim+json";

    /// <summary>The claims in a notebook's outputs, in their order.</summary>
    public static IReadOnlyList<JsonObject> In(Notebook notebook) =>
        [.. notebook.Cells.Where(c => c.Kind == CellKind.Code).SelectMany(c => c.Outputs).Select(o => Of(o?["data"])).OfType<JsonObject>()];

    internal static JsonObject? Of(JsonNode? data) => data?[MimeType] is JsonObject claim ? (JsonObject)claim.DeepClone() : null;
}
