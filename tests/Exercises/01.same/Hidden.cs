namespace Exercises.L01.Same;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("other sizes, kernels and strides", points: 1)]
    public void Others()
    {
        Expect.Equal("56 0 1", string.Join(' ', Student.Call<long[]>("SamePadding", 112L, 3L, 2L)), "SamePadding(112, 3, 2)");
        Expect.Equal("10 0 0", string.Join(' ', Student.Call<long[]>("SamePadding", 20L, 1L, 2L)), "SamePadding(20, 1, 2), which needs no padding");
        for (var trial = 0; trial < 10; trial++)
        {
            long n = Student.Random.Next(8, 300), k = Student.Random.Next(1, 8), s = Student.Random.Next(1, 4);
            var size = Window.Same(n, k, s).Outputs(n);
            var total = Math.Max(((size - 1) * s) + k - n, 0);
            Expect.Equal($"{size} {total / 2} {total - (total / 2)}", string.Join(' ', Student.Call<long[]>("SamePadding", n, k, s)), $"SamePadding({n}, {k}, {s})");
        }
    }
}
