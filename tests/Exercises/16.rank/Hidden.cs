namespace Exercises.L16.Rank;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("with ties, as SciPy has it", points: 2)]
    public void Ties()
    {
        // scipy.stats.spearmanr of SciPy 1.10
        Expect.Close(0.9082951062292476, Student.Call<double>("RankCorrelation",
            new[] { 1.0, 2, 2, 4, 5, 5, 7 }, new[] { 3.0, 1, 4, 4, 8, 9, 20 }), 1e-9, "the rank correlation with ties");
        var n = Student.Random.Next(8, 20);
        var x = Enumerable.Range(0, n).Select(_ => Student.Random.NextDouble()).ToArray();
        var y = Enumerable.Range(0, n).Select(_ => Student.Random.NextDouble()).ToArray();
        double Place(double[] values, int i) => values.Count(v => v < values[i]);
        var distance = Enumerable.Range(0, n).Sum(i => Math.Pow(Place(x, i) - Place(y, i), 2));
        Expect.Close(1 - (6 * distance / (n * ((n * (double)n) - 1))), Student.Call<double>("RankCorrelation", x, y), 1e-9, $"the rank correlation of {n} random pairs");
    }
}
