namespace Exercises.L08.Normalise;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any channel, any gamma, beta and epsilon", points: 1)]
    public void Any()
    {
        for (var trial = 0; trial < 3; trial++)
        {
            var x = Enumerable.Range(0, Student.Random.Next(3, 12)).Select(_ => 10 * Student.Random.NextDouble() - 3).ToArray();
            var (gamma, beta, eps) = (Student.Random.NextDouble() + 0.5, Student.Random.NextDouble(), 0.5 * Student.Random.NextDouble() + 0.01);
            var mean = x.Average();
            var root = Math.Sqrt(x.Average(value => (value - mean) * (value - mean)) + eps);
            var y = Student.Call<double[]>("Normalise", x, gamma, beta, eps);
            Expect.Equal(x.Length, y.Length, "the number of values");
            for (var i = 0; i < x.Length; i++)
            {
                Expect.Close(gamma * (x[i] - mean) / root + beta, y[i], 1e-6, $"value {i}");
            }
        }
    }
}
