namespace Exercises.L09.Saving;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any kernel and width agree with the layers", points: 1)]
    public void Layers()
    {
        for (var trial = 0; trial < 3; trial++)
        {
            var (n, c, m) = (1L + 2 * Student.Random.Next(1, 5), (long)Student.Random.Next(3, 20), (long)Student.Random.Next(3, 40));
            using var whole = Conv2d(c, c, n, padding: n / 2, bias: false);
            using var pair = Sequential(Conv2d(c, m, (1L, n), padding: (0L, n / 2), bias: false), Conv2d(m, c, (n, 1L), padding: (n / 2, 0L), bias: false));
            var expected = 1 - (double)LayerTable.For(pair, [c, 12, 12]).Macs / LayerTable.For(whole, [c, 12, 12]).Macs;
            Expect.Close(expected, Student.Call<double>("Saving", n, c, m), 1e-6, $"Saving({n}, {c}, {m})");
        }
    }
}
