namespace NotebookHost.Grading;

/// <summary>Why a submission did not answer.</summary>
public enum FaultKind
{
    /// <summary>The cell does not compile.</summary>
    Invalid,

    /// <summary>The cell uses what an exercise may not.</summary>
    Refused,

    /// <summary>The cell has not what was asked for, or the answer is of another kind.</summary>
    Mismatch,

    /// <summary>The code threw an exception.</summary>
    Threw,

    /// <summary>The body is still the stub's.</summary>
    NotAttempted,

    /// <summary>The time limit was reached.</summary>
    Timeout,

    /// <summary>The memory, thread or process limit was reached.</summary>
    Limit,

    /// <summary>The process ended.</summary>
    Crashed,

    /// <summary>The answer was no message.</summary>
    Protocol,
}

/// <summary>A submission did not answer a request; the message is a whole sentence.</summary>
/// <param name="kind">Why.</param>
/// <param name="sentence">The sentence.</param>
public sealed class FaultException(FaultKind kind, string sentence) : Exception(sentence)
{
    /// <summary>Why.</summary>
    public FaultKind Kind { get; } = kind;

    /// <summary>The full names of the exception's type and its bases, where code threw one.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>The message of the exception that the code threw.</summary>
    public string Said { get; init; } = "";
}
