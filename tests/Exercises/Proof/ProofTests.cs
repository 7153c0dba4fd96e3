// The proof of every exercise: its stub counts as not attempted, its reference gets full points, each of its wrong
// solutions loses points. `-trait "lesson=10"` runs one lesson's.

using System.Text.RegularExpressions;
using NotebookHost.Grading;

namespace Exercises;

public class ProofTests
{
    public static IEnumerable<TheoryDataRow<string>> Ids => Solutions.Exercises.Select(e => new TheoryDataRow<string>(e.Id).WithTrait("lesson", e.Id[..2]));

    [Theory, MemberData(nameof(Ids))]
    public void Its_folder_is_complete(string id)
    {
        var exercise = Find(id);
        Assert.Equal(Path.GetFileName(exercise.Folder), exercise.Id);
        Assert.StartsWith(id[..2] + "-", exercise.Lesson);
        Assert.Contains(exercise.Kind, (string[])["formula", "shape", "layer", "block", "experiment", "critique"]);
        Assert.InRange(exercise.Points, 1, 4);
        Assert.InRange(exercise.Seconds, 1, 120);
        Assert.Equal(3, exercise.Hints.Count);
        var first = $"// exercise {id} ({exercise.Points})\n";
        Assert.StartsWith(first, exercise.Stub);
        Assert.NotNull(exercise.Reference);
        Assert.StartsWith(first, exercise.Reference);
        Assert.True(exercise.Wrong.Count >= 2, "at least two wrong solutions");
        Assert.All(exercise.Wrong, w => Assert.Matches($@"\A{Regex.Escape(first)}// wrong: \S.+\n", w.Source));
        var checks = Book.Of(exercise).ToList();
        Assert.Contains(checks, c => !c.Hidden);
        Assert.Contains(checks, c => c.Hidden);
        Assert.Equal(exercise.Points, checks.Sum(c => c.Attribute.Points));
        Assert.Equal(checks.Count, checks.Select(c => c.Attribute.Sentence).Distinct().Count());
    }

    [Theory, MemberData(nameof(Ids))]
    public void No_hint_is_what_its_reference_returns(string id)
    {
        var hints = Plain(string.Join('\n', Find(id).Hints));
        var returned = Regex.Matches(Find(id).Reference!, @"(?:return|=>)\s*(?<what>[^;{}]+);").Select(m => Plain(m.Groups["what"].Value)).Where(w => w.Length >= 12);
        Assert.All(returned, w => Assert.DoesNotContain(w, hints, StringComparison.Ordinal));

        static string Plain(string code) => string.Concat(code.Where(c => !char.IsWhiteSpace(c) && c != '!'));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Its_stub_is_not_attempted(string id)
    {
        var result = Grade(Find(id), Find(id).Stub, 11);
        Assert.Equal(0, result.Points);
        Assert.Equal(Verdict.NotAttempted, result.Verdict);
        Assert.Contains(result.Checks, c => c.Reason.StartsWith("Not written yet: ", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Its_reference_gets_full_points(string id)
    {
        var result = Grade(Find(id), Find(id).Reference!, 12);
        Assert.All(result.Checks, c => Assert.True(c.Verdict == Verdict.Passed, $"{c.Sentence}: {c.Reason}"));
        Assert.Equal(Find(id).Points, result.Points);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Its_wrong_solutions_lose_points(string id)
    {
        foreach (var (name, source) in Find(id).Wrong)
        {
            // The first check that it fails is proof enough.
            using var cell = Solutions.Cell(Find(id), source);
            var lost = Book.Of(Find(id)).Where(c => c.Attribute.Points > 0).Select(c => Book.Run(c, Find(id), cell, 11)).FirstOrDefault(r => r.Verdict != Verdict.Passed);
            Assert.True(lost is not null, $"Wrong/{name}.cs gets full points.");
            Assert.True(lost.Verdict is not (Verdict.Invalid or Verdict.Refused or Verdict.NotAttempted), $"Wrong/{name}.cs: {lost.Reason}");
        }
    }

    private static ExerciseFolder Find(string id) => Solutions.Exercises.Single(e => e.Id == id);

    private static ExerciseResult Grade(ExerciseFolder exercise, string source, int seed)
    {
        using var cell = Solutions.Cell(exercise, source);
        return new Book().Grade(exercise, cell, new GradeOptions(seed, Hidden: true));
    }
}
