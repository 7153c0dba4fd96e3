using System.Text.Json;
using System.Text.RegularExpressions;
using NotebookHost.Documents;

namespace Tests.Lessons;

/// <summary>The exercises in a lesson are those of tests/Exercises, word for word: task and hints, stub, check cell.</summary>
public partial class ExerciseCellTests
{
    public static TheoryData<string> Lessons => Prose.Lessons;

    [Theory]
    [MemberData(nameof(Lessons))]
    public void A_lesson_has_four_to_six_exercises_with_three_hints_and_a_check(string lesson)
    {
        var cells = Prose.Open(lesson).Cells;
        var stubs = cells.Where(c => c.Tags.Contains("exercise")).ToList();
        Assert.InRange(stubs.Count, 4, 6);
        foreach (var (stub, i) in stubs.Select((stub, i) => (stub, i)))
        {
            var id = Head().Match(stub.Source).Groups[1].Value;
            var folder = Repository.PathOf("tests", "Exercises", id);
            Assert.True(Directory.Exists(folder), $"{lesson}: the exercise {id} has no folder tests/Exercises/{id}");
            using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "exercise.json")));
            var at = cells.ToList().IndexOf(stub);
            Assert.Equal(Path.GetFileNameWithoutExtension(lesson), json.RootElement.GetProperty("lesson").GetString());
            Assert.Equal(Text(json.RootElement, i + 1), cells[at - 1].Source);
            Assert.Equal(File.ReadAllText(Path.Combine(folder, "Stub.cs")).Trim('\n'), stub.Source);
            Assert.Equal($"Exercise.Check(\"{id}\")", cells[at + 1].Source);
        }
    }

    [Fact]
    public void Every_exercise_stands_in_its_lesson()
    {
        var used = Prose.Notebooks.SelectMany(path => Notebook.Load(path).Cells).Select(cell => Head().Match(cell.Source).Groups[1].Value).Where(id => id.Length > 0).ToHashSet();
        Assert.All(Repository.Files("tests/Exercises", "exercise.json").Select(path => Path.GetFileName(Path.GetDirectoryName(path))!), id => Assert.Contains(id, used));
    }

    [Fact]
    public void Hints_are_text_with_code_and_formulas_only_because_no_front_end_reads_markdown_inside_them()
    {
        Assert.All(Repository.Files("tests/Exercises", "exercise.json"), path =>
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            Assert.All(json.RootElement.GetProperty("hints").EnumerateArray(), hint => Assert.DoesNotMatch(Emphasis(), CodeOrFormula().Replace(hint.GetString()!, "")));
        });
    }

    private static string Text(JsonElement exercise, int number)
    {
        var points = exercise.GetProperty("points").GetInt32();
        var hints = exercise.GetProperty("hints").EnumerateArray().Select((hint, i) =>
            $"<details><summary>Hint {i + 1}</summary>{Code().Replace(hint.GetString()!, m => $"<code>{Escape(m.Groups[1].Value)}</code>")}");
        return $"**Exercise {number}: {exercise.GetProperty("title").GetString()} ({points} point{(points == 1 ? "" : "s")}).** {exercise.GetProperty("task").GetString()}\n\n{string.Concat(hints)}</details></details></details>";
    }

    private static string Escape(string code) =>
        code.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#x27;");

    [GeneratedRegex(@"\A// exercise (\S+) \(\d+\)")]
    private static partial Regex Head();

    [GeneratedRegex(@"`[^`]*`|\$[^$]*\$")]
    private static partial Regex CodeOrFormula();

    [GeneratedRegex(@"\*\w[^*]*\*")]
    private static partial Regex Emphasis();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
