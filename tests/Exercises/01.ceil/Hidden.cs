namespace Exercises.L01.Ceil;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("every size is that of a real pooling layer", points: 1)]
    public void Real()
    {
        for (var trial = 0; trial < 12; trial++)
        {
            var (k, s) = (Student.Random.Next(2, 5), Student.Random.Next(2, 4));
            var p = Student.Random.Next(0, (k / 2) + 1);
            var n = Student.Random.Next(k, 40);
            using var pooled = nn.functional.max_pool2d(zeros(1, 1, n, n), k, s, p, ceil_mode: true);
            Expect.Equal(pooled.shape[2], Student.Call<long>("CeilSize", (long)n, (long)k, (long)s, (long)p), $"CeilSize({n}, {k}, {s}, {p})");
        }

        Expect.Equal(2L, Student.Call<long>("CeilSize", 3L, 2L, 2L, 1L), "CeilSize(3, 2, 2, 1), whose third window would start in the right padding");
    }
}
