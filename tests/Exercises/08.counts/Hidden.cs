namespace Exercises.L08.Counts;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("the counts of any shape", points: 1)]
    public void Any()
    {
        var (n, c, h, w) = ((long)Student.Random.Next(2, 60), (long)Student.Random.Next(2, 60), (long)Student.Random.Next(2, 30), (long)Student.Random.Next(2, 30));
        using var norm = BatchNorm2d(c);
        using var conv = Conv2d(c, c, 3, bias: false);
        var learned = norm.parameters().Sum(p => p.numel());
        Expect.Equal(new[] { n * h * w, learned, norm.running_mean!.numel() + norm.running_var!.numel(), conv.weight.numel() },
            Student.Call<long[]>("Counts", n, c, h, w), $"Counts({n}, {c}, {h}, {w})");
    }
}
