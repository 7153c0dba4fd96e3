using NotebookHost.Grading;

namespace Course.Grading;

internal static class Verdicts
{
    /// <summary>A verdict in a few words.</summary>
    public static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "solved",
        Verdict.Partial => "partly right",
        Verdict.Failed => "not right",
        Verdict.NotAttempted => "not attempted",
        Verdict.Invalid => "does not compile",
        Verdict.Refused => "uses what an exercise may not",
        Verdict.Timeout => "takes too long",
        Verdict.Crashed => "breaks down",
        _ => "unknown",
    };
}
