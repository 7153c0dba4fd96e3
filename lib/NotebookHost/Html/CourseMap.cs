// The map of the course: which lessons a lesson builds on (map.json beside the notebooks) and how long it takes (its header table).

using System.Text.Json;
using System.Text.RegularExpressions;
using NotebookHost.Documents;

namespace NotebookHost.Html;

/// <summary>What the map says of a lesson.</summary>
/// <param name="Needs">Numbers of the lessons that it builds on.</param>
/// <param name="About">Its subject in a few words.</param>
public sealed record MapEntry(IReadOnlyList<string> Needs, string About);

/// <summary>The map of the course.</summary>
public static partial class CourseMap
{
    /// <summary>The map of a folder of lessons, by lesson number; empty where the folder has none.</summary>
    /// <exception cref="NotebookException">The file is no map.</exception>
    public static IReadOnlyDictionary<string, MapEntry> Load(string folder)
    {
        var path = Path.Combine(folder, "map.json");
        if (!File.Exists(path))
        {
            return new Dictionary<string, MapEntry>();
        }

        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, MapEntry>>(File.ReadAllText(path), JsonSerializerOptions.Web)!;
        }
        catch (JsonException exception)
        {
            throw new NotebookException($"{path} is not a map of lessons: {exception.Message}");
        }
    }

    /// <summary>The time that a lesson states for a profile in its header table, such as "40 s"; null where it states none.</summary>
    public static string? Time(Notebook notebook, string profile) =>
        notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).Take(2)
            .Select(cell => HeaderRow().Matches(cell.Source).FirstOrDefault(row => row.Groups[1].Value == profile)?.Groups[2].Value.Trim())
            .FirstOrDefault(time => time is not null);

    [GeneratedRegex(@"^\| *(smoke|quick|full) *\|([^|\n]*)\|", RegexOptions.Multiline)]
    private static partial Regex HeaderRow();
}
