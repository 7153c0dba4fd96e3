namespace Exercises;

/// <summary>The checks of one exercise: a class <c>Checks</c> that the learner may read, and a class <c>Hidden</c>.</summary>
/// <param name="student">The submission.</param>
public abstract class ExerciseChecks(Student student) : IClassFixture<Student>
{
    /// <summary>The submission, asked with plain data.</summary>
    protected Student Student { get; } = student;
}
