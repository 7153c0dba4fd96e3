namespace Exercises.L04.OffsetPooling;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any row, pool and weights", points: 2)]
    public void Any()
    {
        int size = Student.Random.Next(2, 5), taps = Student.Random.Next(1, 4), length = size * (taps + 3) + Student.Random.Next(0, size);
        double[] map = [.. Enumerable.Range(0, length).Select(_ => Student.Random.NextDouble())], weights = [.. Enumerable.Range(0, taps).Select(_ => Student.Random.NextDouble())];
        var scores = Student.Call<double[]>("Fine", map, size, weights);
        var windows = (length - size + 1) / size;
        Expect.Equal(size * (windows - taps + 1), scores.Length, "number of scores");
        for (var place = 0; place < scores.Length; place++)
        {
            var expected = weights.Select((w, j) => w * map.Skip(place % size + size * (place / size + j)).Take(size).Max()).Sum();
            Expect.Close(expected, scores[place], 1e-6, $"score {place}");
        }
    }
}
