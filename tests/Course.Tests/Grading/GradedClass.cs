using System.Text.Json;
using NotebookHost.Grading;

namespace Tests;

/// <summary>A class of five, graded once: one who solved everything, one who did nothing, two who cheat, one who is wrong.</summary>
public sealed class GradedClass : IDisposable
{
    private const string Lesson = "10-residual-learning";

    public GradedClass()
    {
        Hand("ada", e => e.Reference);
        Hand("bob", e => e.Stub);
        Hand("eve", e => $"// exercise {e.Id} ({e.Points})\nstatic int Deep(int n) => Deep(n + 1) + 1;\nDeep(0);");
        Hand("mallory", e => $"// exercise {e.Id} ({e.Points})\nEnvironment.Exit(0);");
        Hand("=wanda <b>", e => e.Wrong[0].Source);
        Set("Directory.Build.targets", $"<Project><Target Name=\"Attack\" BeforeTargets=\"Build;Restore\"><WriteLinesToFile File=\"{Attacked}\" Lines=\"x\" /></Target></Project>");
        Set("mallory.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />");
        Set("global.json", "{\"sdk\": {\"version\": \"1.0.0\"}}");
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "teacher.csv"), Teacher);
        Graded = Grade("--jobs", "3");
    }

    public const string Teacher = "student,exercise,points,reason\nada,,-1.5,\"late, two days\"\nbob,10.depth,1,oral\n";

    public string Folder { get; } = Directory.CreateTempSubdirectory("course-class-").FullName;

    public string Class => Path.Combine(Folder, "class");

    /// <summary>What a file of a submission would write if anything built it.</summary>
    public string Attacked => Path.Combine(Folder, "attacked.txt");

    public string Out => Path.Combine(Folder, "out");

    internal Answer Graded { get; }

    public static IReadOnlyList<ExerciseFolder> Exercises { get; } = [.. ExerciseFolder.All(Repository.PathOf("tests", "Exercises")).Where(e => e.Lesson == Lesson)];

    internal Answer Grade(params string[] options) => Answer.To(["grade", Class, "--out", Out, "--lesson", "10", "--seed", "5", .. options]);

    public string Text(params string[] path) => File.ReadAllText(Path.Combine([Out, .. path]));

    public JsonElement Read(params string[] path) => JsonDocument.Parse(Text(path)).RootElement;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Set(string name, string text)
    {
        File.WriteAllText(Path.Combine(Class, name), text);
        File.WriteAllText(Path.Combine(Class, "mallory", name), text);
    }

    private void Hand(string student, Func<ExerciseFolder, string?> solve)
    {
        var cells = Exercises.Select(e => new { cell_type = "code", source = solve(e), metadata = new { }, outputs = Array.Empty<int>() });
        Directory.CreateDirectory(Path.Combine(Class, student));
        File.WriteAllText(Path.Combine(Class, student, Lesson + ".ipynb"), JsonSerializer.Serialize(new { cells, metadata = new { }, nbformat = 4, nbformat_minor = 5 }));
    }
}
