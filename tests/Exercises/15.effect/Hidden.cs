namespace Exercises.L15.Effect;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("sides of different size", points: 1)]
    public void Uneven()
    {
        var n = Student.Random.Next(7, 15);
        var levels = Enumerable.Range(0, n).Select(i => i < 3 ? 1L : -1L).ToArray();
        var responses = levels.Select(level => 40 + (3 * level) + Student.Random.NextDouble()).ToArray();
        var expected = responses[..3].Average() - responses[3..].Average();
        Expect.Close(expected, Student.Call<double>("MainEffect", levels, responses), 1e-9, $"the effect of 3 high and {n - 3} low runs");
    }
}
