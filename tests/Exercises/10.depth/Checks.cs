namespace Exercises.L10.Depth;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("a net of 6n + 2 layers has n blocks a stage: 20 has three, 110 has eighteen, and 21 is refused", points: 1)]
    public void Known()
    {
        var n = Student.Random.Next(4, 100);
        Expect.Equal(3, Student.Call<int>("BlocksPerStage", 20), "BlocksPerStage(20)");
        Expect.Equal(n, Student.Call<int>("BlocksPerStage", 6 * n + 2), $"BlocksPerStage({6 * n + 2})");
        Expect.Equal(18, Student.Call<int>("BlocksPerStage", 110), "BlocksPerStage(110)");
        Student.Throws<ArgumentException>("BlocksPerStage", 21);
    }
}
