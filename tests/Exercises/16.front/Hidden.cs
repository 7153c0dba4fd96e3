using ConvNets.Plots;

namespace Exercises.L16.Front;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("candidates of equal cost, and random ones", points: 2)]
    public void Random()
    {
        Expect.Equal("2 1", string.Join(' ', Student.Call<long[]>("Front", new[] { 1.0, 3.0, 1.0 }, new[] { 20.0, 50.0, 40.0 })), "the front of three candidates, two of which cost the same");
        var n = Student.Random.Next(15, 40);
        var costs = Enumerable.Range(0, n).Select(_ => Student.Random.NextDouble()).ToArray();
        var qualities = costs.Select(cost => Math.Sqrt(cost) + (0.4 * Student.Random.NextDouble())).ToArray();
        var expected = Plot.Front([.. Enumerable.Range(0, n).Select(i => new Candidate($"{i}", costs[i], qualities[i]))]);
        Expect.Equal(string.Join(' ', expected.Select(c => c.Name)), string.Join(' ', Student.Call<long[]>("Front", costs, qualities)), $"the front of {n} candidates");
    }
}
