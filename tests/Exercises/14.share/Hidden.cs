namespace Exercises.L14.Share;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("exact hits, other nets, and shares that are none", points: 1)]
    public void Others()
    {
        Expect.Equal(2, Student.Call<int>("LayersFor", new long[] { 25, 25, 50 }, 0.5), "LayersFor([25, 25, 50], 0.5)");
        long[] net = [.. Enumerable.Range(0, 7).Select(_ => (long)Student.Random.Next(100, 10_000))];
        var share = 0.1 + 0.8 * Student.Random.NextDouble();
        var expected = Enumerable.Range(0, 8).First(n => net.Take(n).Sum() >= share * net.Sum());
        Expect.Equal(expected, Student.Call<int>("LayersFor", net, share), $"LayersFor([{string.Join(", ", net)}], {share:0.####})");
        Student.Throws<ArgumentException>("LayersFor", net, 1.5);
    }
}
