namespace Exercises.L13.BreakEven;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("other blocks, some in which none saves", points: 1)]
    public void Others()
    {
        Expect.Equal(0, Student.Call<int>("FirstThatSaves", 8L, 12L, 4), "FirstThatSaves(8, 12, 4)");
        Expect.Equal(1, Student.Call<int>("FirstThatSaves", 256L, 32L, 24), "FirstThatSaves(256, 32, 24)");
        long channels = Student.Random.Next(8, 60), k = Student.Random.Next(6, 30);
        var expected = Enumerable.Range(1, 20).FirstOrDefault(l => (channels + k * (l - 1)) is var m && 4 * m * k + 36 * k * k < 9 * m * k);
        Expect.Equal(expected, Student.Call<int>("FirstThatSaves", channels, k, 20), $"FirstThatSaves({channels}, {k}, 20)");
    }
}
