// A class for the grading bench: nine of ten hand in work of every quality, one of ten attacks with what the hostile suite holds.

using System.Text.Json;
using Exercises.Hostile;
using NotebookHost.Grading;

namespace Bench;

internal static class GradedClasses
{
    // What reaches the walls: under the policy most attacks of the suite end before they run.
    private static readonly (string Name, Func<ExerciseFolder, int, string> Cell)[] Hostile =
    [
        ("loops", (e, _) => Head(e) + "while (true) { }"),
        ("suite", (e, i) => Marked(e, Attack.All[i % Attack.All.Count].Source)),
        ("deep", (e, _) => Head(e) + "static int Deep(int n) => Deep(n + 1) + 1;\nDeep(0);"),
        ("hungry", (e, _) => Head(e) + "var all = new List<byte[]>(); while (true) { var b = new byte[10_000_000]; Array.Fill(b, (byte)1); all.Add(b); }"),
        ("spender", (e, _) => Solved(e) + "\nstatic long Spend() { var s = 0L; for (var i = 0; i < 1_000_000_000; i++) { s += i ^ s; } return s; }\nSpend();"),
        ("compiler", (e, i) => Head(e) + $"static int F{i}() => 0; const string A0 = \"xxxxxxxxxxxxxxxx\"; " + string.Concat(Enumerable.Range(1, 27).Select(n => $"const string A{n} = A{n - 1} + A{n - 1}; "))),
    ];

    /// <summary>Writes the submissions, each a folder of notebooks.</summary>
    public static IReadOnlyList<(string Name, bool Hostile)> Write(string folder, IReadOnlyList<ExerciseFolder> exercises, int count, string? only)
    {
        var written = new List<(string, bool)>();
        for (var i = 0; i < count; i++)
        {
            var hostile = only == "hostile" || (only is null && i % 10 == 9);
            var (kind, cell) = hostile ? Hostile[(only is null ? i / 10 : i) % Hostile.Length] : Honest(i);
            var name = $"{i:000}-{kind}";
            foreach (var lesson in exercises.Select((e, n) => (Exercise: e, Cell: cell(e, n))).GroupBy(e => e.Exercise.Lesson))
            {
                var cells = lesson.Select(e => new { cell_type = "code", source = e.Cell, metadata = new { }, outputs = Array.Empty<int>() });
                Directory.CreateDirectory(Path.Combine(folder, name));
                File.WriteAllText(Path.Combine(folder, name, lesson.Key + ".ipynb"), JsonSerializer.Serialize(new { cells, metadata = new { }, nbformat = 4, nbformat_minor = 5 }));
            }

            written.Add((name, hostile));
        }

        return written;
    }

    // All solved; all solved but for some; some solved, some wrong, some open. The comment makes no two students' cells the same.
    private static (string Name, Func<ExerciseFolder, int, string> Cell) Honest(int student)
    {
        var random = new Random(student);
        return (student % 3) switch
        {
            0 => ("solved", (e, _) => Solved(e) + $"\n// by student {student}"),
            1 => ("nearly", (e, _) => (random.Next(10) < 8 ? Solved(e) : Wrong(e)) + $"\n// by student {student}"),
            _ => ("mixed", (e, _) => random.Next(3) switch { 0 => Solved(e), 1 => Wrong(e), _ => e.Stub } + $"\n// by student {student}"),
        };

        string Wrong(ExerciseFolder e) => e.Wrong[random.Next(e.Wrong.Count)].Source;
    }

    private static string Head(ExerciseFolder e) => $"// exercise {e.Id} ({e.Points})\n";

    private static string Solved(ExerciseFolder e) => e.Reference ?? throw new InvalidOperationException("This edition has no solutions.");

    private static string Marked(ExerciseFolder e, string source) => Head(e) + source[(source.IndexOf('\n') + 1)..];
}
