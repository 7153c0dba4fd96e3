namespace Exercises.L12.Channels;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("other maps and branches, and maps that are too small", points: 1)]
    public void Others()
    {
        long channels = Student.Random.Next(8, 512);
        long side = Student.Random.Next(5, 80);
        long[] branches = [.. Enumerable.Range(0, Student.Random.Next(1, 5)).Select(_ => (long)Student.Random.Next(8, 400))];
        using var pooled = nn.functional.max_pool2d(zeros(1, 1, side, side), 3, 2);
        Expect.Equal($"{channels + branches.Sum()}, {pooled.shape[2]}", string.Join(", ", Student.Call<long[]>("Reduce", channels, side, branches)),
            $"Reduce({channels}, {side}, [{string.Join(", ", branches)}])");
        Student.Throws<ArgumentException>("Reduce", channels, 2L, branches);
    }
}
