// What a grading run knows at its end: every student's result, what the teacher added by hand, and the exercises themselves.

using NotebookHost.Grading;

namespace Course.Grading;

/// <summary>A student's row.</summary>
/// <param name="Result">What the checks said.</param>
/// <param name="Adjustments">What the teacher's file says.</param>
internal sealed record StudentRow(SubmissionResult Result, IReadOnlyList<Adjustment> Adjustments)
{
    public string Student => Result.Student;

    /// <summary>Points with what was added or taken by hand, never below zero.</summary>
    public double Total => Math.Max(0, Result.Points + Adjustments.Sum(a => a.Points));
}

/// <summary>A class.</summary>
/// <param name="Exercises">The graded exercises, in the order of the course.</param>
/// <param name="Rows">One row for each student, by name.</param>
internal sealed record ClassResults(IReadOnlyList<ExerciseFolder> Exercises, IReadOnlyList<StudentRow> Rows)
{
    /// <summary>The exercise of a result.</summary>
    public ExerciseFolder? Of(ExerciseResult result) => Exercises.FirstOrDefault(e => e.Id == result.Id);

    /// <summary>The results of one exercise over the class.</summary>
    public IEnumerable<ExerciseResult> Over(string id) => Rows.SelectMany(r => r.Result.Exercises.Where(e => e.Id == id));
}
