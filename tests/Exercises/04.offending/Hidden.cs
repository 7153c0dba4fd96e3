using ConvNets.Insight;

namespace Exercises.L04.Offending;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any scores, and fewer than asked where there are fewer", points: 1)]
    public void Any()
    {
        double[] scores = [.. Enumerable.Range(0, 12).Select(_ => Student.Random.NextDouble())];
        bool[] background = [.. Enumerable.Range(0, 12).Select(i => i % 3 > 0)];
        var expected = NegativeMining.MostOffending(scores, background, 5);
        Expect.Equal(string.Join(" ", expected), string.Join(" ", Student.Call<int[]>("MostOffending", scores, background, 5)), "MostOffending, 5 of 12");
        Expect.Equal(8, Student.Call<int[]>("MostOffending", scores, background, 50).Length, "MostOffending, 50 of 12");
    }

    [Check("what wrong labels do to it", points: 1)]
    public void WrongLabels() => Expect.Equal("b", Student.Call<string>("Effect"), "Effect()");
}
