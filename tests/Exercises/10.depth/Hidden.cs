namespace Exercises.L10.Depth;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any depth 6n + 2 gives n, and every other depth is refused", points: 1)]
    public void Any()
    {
        for (var i = 0; i < 5; i++)
        {
            var n = Student.Random.Next(1, 200);
            Expect.Equal(n, Student.Call<int>("BlocksPerStage", 6 * n + 2), $"BlocksPerStage({6 * n + 2})");
            Student.Throws<ArgumentException>("BlocksPerStage", 6 * n + 2 + Student.Random.Next(1, 6));
        }

        Student.Throws<ArgumentException>("BlocksPerStage", 2);
        Student.Throws<ArgumentException>("BlocksPerStage", -4);
    }
}
