namespace NotebookHost.Grading;

/// <summary>What a check says of itself.</summary>
public interface ICheck
{
    /// <summary>What holds when the check passes.</summary>
    string Sentence { get; }

    /// <summary>Points, 0 or more.</summary>
    int Points { get; }
}

/// <summary>The checks of the course, run in this process against a submission in another one.</summary>
public interface ICheckBook
{
    /// <summary>The checks of an exercise.</summary>
    IReadOnlyList<(string Sentence, int Points, bool Hidden)> Checks(ExerciseFolder exercise, bool hidden);

    /// <summary>Grades one exercise; every check has a result, whatever the submission does.</summary>
    /// <param name="exercise">The exercise.</param>
    /// <param name="cell">The submission's cell.</param>
    /// <param name="options">Seed, and which checks.</param>
    ExerciseResult Grade(ExerciseFolder exercise, SandboxedCell cell, GradeOptions options);
}

/// <summary>How an exercise is graded.</summary>
/// <param name="Seed">Where the random shapes and values come from.</param>
/// <param name="Hidden">Whether the hidden checks run too.</param>
/// <param name="Submission">Processor time of a whole submission; that of the limits where null.</param>
public sealed record GradeOptions(int Seed, bool Hidden, TimeSpan? Submission = null);
