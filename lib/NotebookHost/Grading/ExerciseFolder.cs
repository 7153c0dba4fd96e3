// An exercise as it lies on disk: tests/Exercises/NN.slug with its metadata, its stub and, where they are, its solutions.

using System.Text.Json;
using System.Text.RegularExpressions;
using NotebookHost.Documents;

namespace NotebookHost.Grading;

/// <summary>An exercise.</summary>
/// <param name="Id">Such as 10.depth.</param>
/// <param name="Lesson">The notebook's name, such as 10-residual-learning.</param>
/// <param name="Title">A few words.</param>
/// <param name="Kind">formula, shape, layer, block, experiment or critique.</param>
/// <param name="Points">What it is worth.</param>
/// <param name="Seconds">Processor time that its checks may take.</param>
/// <param name="Task">The task, Markdown.</param>
/// <param name="Hints">Three, each a step nearer.</param>
/// <param name="Folder">Where it lies.</param>
public sealed partial record ExerciseFolder(
    string Id, string Lesson, string Title, string Kind, int Points, double Seconds, string Task, IReadOnlyList<string> Hints, string Folder)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Processor time that one request of a check may take: a quarter of <see cref="Seconds"/>.</summary>
    public TimeSpan CheckTime => TimeSpan.FromSeconds(Seconds / SandboxedCell.Parts);

    /// <summary>The cell as the learner finds it.</summary>
    public string Stub => Read("Stub.cs") ?? throw new NotebookException($"The exercise {Id} has no Stub.cs.");

    /// <summary>The solved cell, or null in an edition for students.</summary>
    public string? Reference => Read("Reference.cs");

    /// <summary>The wrong solutions: name, text.</summary>
    public IReadOnlyList<(string Name, string Source)> Wrong => Directory.Exists(Path.Combine(Folder, "Wrong"))
        ? [.. Directory.EnumerateFiles(Path.Combine(Folder, "Wrong"), "*.cs").Order(StringComparer.Ordinal).Select(f => (Path.GetFileNameWithoutExtension(f), Text(f)))]
        : [];

    /// <summary>The exercises below a folder, in order of lesson; within a lesson in order of their names.</summary>
    /// <exception cref="NotebookException">A folder's metadata is not as it should be.</exception>
    public static IReadOnlyList<ExerciseFolder> All(string root) =>
        [.. Directory.EnumerateFiles(root, "exercise.json", SearchOption.AllDirectories)
            .Select(f => Path.GetDirectoryName(f)!)
            .Where(f => Path.GetDirectoryName(f) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(root)) && Name().IsMatch(Path.GetFileName(f)))
            .Order(StringComparer.Ordinal)
            .Select(Load)];

    /// <summary>The folder tests/Exercises found from a place upwards, or null.</summary>
    public static string? FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "Exercises");
            if (File.Exists(Path.Combine(candidate, "Exercises.csproj")))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The id in the first line of an exercise cell, or null.</summary>
    public static string? IdIn(string source) => Marker().Match(source) is { Success: true } match ? match.Groups["id"].Value : null;

    /// <summary>Whether a cell is the stub, but for space.</summary>
    public bool IsStub(string source) => Squeeze(source) == Squeeze(Stub);

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static ExerciseFolder Load(string folder)
    {
        var path = Path.Combine(folder, "exercise.json");
        try
        {
            var meta = JsonSerializer.Deserialize<Meta>(File.ReadAllText(path), Options)!;
            return new(meta.Id, meta.Lesson, meta.Title, meta.Kind, meta.Points, meta.Seconds, meta.Task, meta.Hints, folder);
        }
        catch (JsonException exception)
        {
            throw new NotebookException($"{path} is not an exercise's metadata: {exception.Message}", exception);
        }
    }

    private string? Read(string name) => Path.Combine(Folder, name) is var path && File.Exists(path) ? Text(path) : null;

    private static string Text(string path) => File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd('\n');

    [GeneratedRegex(@"^\d\d\.[a-z0-9-]+$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A\s*//[ \t]*exercise[ \t]+(?<id>\d\d\.[a-z0-9-]+)[ \t]*\(\d+\)[ \t]*\r?(\n|\z)")]
    private static partial Regex Marker();

    private sealed record Meta
    {
        public required string Id { get; init; }

        public required string Lesson { get; init; }

        public required string Title { get; init; }

        public required string Kind { get; init; }

        public required int Points { get; init; }

        public required double Seconds { get; init; }

        public required string Task { get; init; }

        public required IReadOnlyList<string> Hints { get; init; }
    }
}
