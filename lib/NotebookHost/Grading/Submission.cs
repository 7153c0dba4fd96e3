namespace NotebookHost.Grading;

/// <summary>What a student handed in.</summary>
/// <param name="Student">A name that is fit for a file name.</param>
/// <param name="Files">Notebooks, or one zip file with notebooks.</param>
public sealed record Submission(string Student, IReadOnlyList<string> Files);

/// <summary>What came of a submission. The same submission, seed and checks give the same bytes.</summary>
/// <param name="Student">The name.</param>
/// <param name="Digest">SHA-256 of what was graded: cells, seed, checks.</param>
/// <param name="Seed">Where the random inputs came from.</param>
/// <param name="Isolation">What kept the submission in.</param>
/// <param name="Notes">What a teacher should know.</param>
/// <param name="Exercises">Every exercise, in the order of the course.</param>
public sealed record SubmissionResult(
    string Student, string Digest, int Seed, string Isolation, IReadOnlyList<string> Notes, IReadOnlyList<ExerciseResult> Exercises)
{
    /// <summary>Points gained.</summary>
    public int Points => Exercises.Sum(e => e.Points);

    /// <summary>Points to gain.</summary>
    public int Worth => Exercises.Sum(e => e.Worth);
}
