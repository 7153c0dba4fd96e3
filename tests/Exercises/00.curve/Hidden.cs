namespace Exercises.L00.Curve;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("a rising test curve, and a weak network", points: 1)]
    public void Others()
    {
        var step = 0.02 + (0.02 * Student.Random.NextDouble());
        var rising = Enumerable.Range(0, 8).Select(i => 0.3 + (i * step)).ToArray();
        Expect.Equal("learning", Student.Call<string>("Diagnose", rising.Select(v => v + 0.2).ToArray(), rising), "the diagnosis of a test curve that rises");
        var flat = Enumerable.Range(0, 7).Select(_ => 0.45 + (0.001 * Student.Random.NextDouble())).ToArray();
        Expect.Equal("weak", Student.Call<string>("Diagnose", flat.Select(v => v + 0.05).ToArray(), flat), "the diagnosis of two flat curves");
    }
}
