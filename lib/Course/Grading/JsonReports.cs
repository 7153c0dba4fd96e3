// The JSON that others read: Gradescope's results.json, GitHub Classroom's autograding result. Both reach students, so a hidden
// check shows neither its sentence nor its reason there.

using System.Globalization;
using System.Text.Json.Nodes;
using NotebookHost.Grading;

namespace Course.Grading;

internal static class JsonReports
{
    /// <summary>What students read instead of a hidden check.</summary>
    public const string HiddenName = "a hidden check";

    /// <summary>Gradescope: a file <c>results.json</c> for one submission.</summary>
    public static string Gradescope(StudentRow row, ClassResults results) => Json.Text(new JsonObject
    {
        ["score"] = row.Total,
        ["output"] = string.Join("\n", row.Result.Notes.Concat(row.Adjustments.Select(ByHand))),
        ["output_format"] = "text",
        ["visibility"] = "visible",
        ["stdout_visibility"] = "hidden",
        ["tests"] = new JsonArray([.. Checks(row).Select(c => (JsonNode)new JsonObject
        {
            ["score"] = c.Check.Points,
            ["max_score"] = c.Check.Worth,
            ["status"] = c.Check.Verdict == Verdict.Passed ? "passed" : "failed",
            ["name"] = $"{Title(results, c.Exercise)}: {c.Check.Sentence}",
            ["number"] = $"{c.Exercise.Id}.{c.Number}",
            ["output"] = c.Check.Reason,
            ["output_format"] = "text",
            ["tags"] = new JsonArray(c.Exercise.Id[..2], c.Exercise.Id),
            ["visibility"] = c.Check.Hidden ? "hidden" : "visible",
        })]),
    }) + "\n";

    /// <summary>GitHub Classroom: the result of a grader, which its reporter takes in base64.</summary>
    public static string Classroom(StudentRow row, ClassResults results) => Json.Text(new JsonObject
    {
        ["version"] = 1,
        ["status"] = Checks(row).All(c => c.Check.Verdict == Verdict.Passed) ? "pass" : "fail",
        ["max_score"] = row.Result.Worth,
        ["tests"] = new JsonArray([.. Checks(row).Select(c => (JsonNode)new JsonObject
        {
            ["name"] = $"{c.Exercise.Id}.{c.Number} {Title(results, c.Exercise)}: {(c.Check.Hidden ? HiddenName : c.Check.Sentence)}",
            ["status"] = c.Check.Verdict == Verdict.Passed ? "pass" : c.Check.Verdict is Verdict.Timeout or Verdict.Crashed ? "error" : "fail",
            ["score"] = c.Check.Points,
            ["message"] = c.Check.Hidden ? "" : c.Check.Reason,
            ["test_code"] = c.Check.Hidden ? "" : c.Check.Asked,
            ["filename"] = "",
            ["line_no"] = 0,
            ["duration"] = 0,
        })]),
    }) + "\n";

    private static IEnumerable<(ExerciseResult Exercise, CheckResult Check, int Number)> Checks(StudentRow row) =>
        row.Result.Exercises.SelectMany(e => e.Checks.Select((c, i) => (e, c, i + 1)));

    private static string Title(ClassResults results, ExerciseResult result) => results.Of(result)?.Title ?? result.Id;

    private static string ByHand(Adjustment a) => string.Create(CultureInfo.InvariantCulture, $"{a.Points:+0.##;-0.##;0} points by hand{(a.Exercise.Length > 0 ? " for " + a.Exercise : "")}: {a.Reason}");
}
