namespace NotebookHost.Grading;

/// <summary>How a check or an exercise ended.</summary>
public enum Verdict
{
    /// <summary>All of it holds.</summary>
    Passed,

    /// <summary>Some of it holds.</summary>
    Partial,

    /// <summary>The answer is wrong, or code threw an exception.</summary>
    Failed,

    /// <summary>Still the stub, or no cell at all.</summary>
    NotAttempted,

    /// <summary>The cell does not compile.</summary>
    Invalid,

    /// <summary>The cell uses what an exercise may not.</summary>
    Refused,

    /// <summary>The time limit was reached.</summary>
    Timeout,

    /// <summary>The process ended, broke a limit, or sent what is no answer.</summary>
    Crashed,
}

/// <summary>What came of a check.</summary>
/// <param name="Sentence">What holds when it passes.</param>
/// <param name="Hidden">Whether learners may read the check.</param>
/// <param name="Points">Points gained.</param>
/// <param name="Worth">Points to gain.</param>
/// <param name="Verdict">How it ended.</param>
/// <param name="Reason">Why points were lost, in a sentence; empty where none were.</param>
/// <param name="Asked">The last thing that was asked of the submission.</param>
/// <param name="Expected">What was expected, where it can be said.</param>
/// <param name="Came">What came instead.</param>
/// <param name="Printed">What the code printed last.</param>
public sealed record CheckResult(
    string Sentence, bool Hidden, int Points, int Worth, Verdict Verdict, string Reason = "", string Asked = "", string Expected = "", string Came = "", string Printed = "");

/// <summary>What came of an exercise.</summary>
/// <param name="Id">Such as 10.depth.</param>
/// <param name="Checks">All its checks, always.</param>
public sealed record ExerciseResult(string Id, IReadOnlyList<CheckResult> Checks)
{
    /// <summary>Points gained.</summary>
    public int Points => Checks.Sum(c => c.Points);

    /// <summary>Points to gain.</summary>
    public int Worth => Checks.Sum(c => c.Worth);

    /// <summary>How it ended.</summary>
    public Verdict Verdict =>
        Checks.Count > 0 && Checks.All(c => c.Verdict == Verdict.Passed) ? Verdict.Passed
        : Checks.All(c => c.Verdict is Verdict.NotAttempted) || (Points == 0 && Checks.Any(c => c.Verdict == Verdict.NotAttempted)) ? Verdict.NotAttempted
        : Points > 0 ? Verdict.Partial
        : Checks.First(c => c.Verdict != Verdict.Passed).Verdict;

    /// <summary>The result of an exercise that was not asked anything.</summary>
    public static ExerciseResult Untouched(string id, IEnumerable<(string Sentence, int Points, bool Hidden)> checks, Verdict verdict, string reason) =>
        new(id, [.. checks.Select(c => new CheckResult(c.Sentence, c.Hidden, 0, c.Points, verdict, reason))]);
}
