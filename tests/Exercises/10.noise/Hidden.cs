namespace Exercises.L10.Noise;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("other numbers of seeds, also a difference that is luck", points: 1)]
    public void Others()
    {
        var n = Student.Random.Next(4, 9);
        var plain = Enumerable.Range(0, n).Select(_ => 50 + (10 * Student.Random.NextDouble())).ToArray();
        foreach (var (shift, noise) in new[] { (3.0, 1.0), (-0.5, 6.0) })
        {
            var residual = plain.Select(p => p + shift + (noise * (Student.Random.NextDouble() - 0.5))).ToArray();
            var d = residual.Zip(plain, (r, p) => r - p).ToArray();
            var mean = d.Average();
            var error = Math.Sqrt(d.Sum(v => (v - mean) * (v - mean)) / (n - 1) / n);
            var answer = Student.Call<double[]>("Verdict", plain, residual);
            Expect.Close(mean, answer[0], 1e-9, $"the mean difference of {n} seeds");
            Expect.Close(error, answer[1], 1e-9, $"the standard error of {n} seeds");
            Expect.Equal(mean > 2 * error ? 1.0 : 0.0, answer[2], "whether it is more than two standard errors");
        }
    }
}
