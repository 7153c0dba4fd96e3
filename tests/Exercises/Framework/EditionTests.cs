// What holds in the teacher's edition and in the learner's.

namespace Exercises;

public class EditionTests
{
    [Fact]
    public void Every_exercise_has_a_stub_three_hints_and_checks_that_a_learner_may_read()
    {
        Assert.NotEmpty(Solutions.Exercises);
        Assert.All(Solutions.Exercises, e =>
        {
            Assert.StartsWith($"// exercise {e.Id} ({e.Points})\n", e.Stub);
            Assert.Equal(3, e.Hints.Count);
            Assert.Contains(Book.Of(e), c => !c.Hidden);
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_check_of_a_stub_fails_for_a_teacher_and_is_skipped_for_a_learner(bool learner)
    {
        var exercise = Solutions.Exercises[0];
        using var cell = Solutions.Cell(exercise, exercise.Stub);
        using var student = new Student(cell, seed: 1, skipsStubs: learner);
        var said = "";
        try
        {
            Book.Of(exercise).First().Run(student);
        }
        catch (Exception exception)
        {
            said = exception.Message;
        }

        Assert.Equal(learner, said.StartsWith("$XunitDynamicSkip$", StringComparison.Ordinal));
        Assert.Contains("Not written yet: ", said);
    }
}
