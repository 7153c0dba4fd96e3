namespace Exercises.L04.Offending;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("five windows, two of them objects", points: 1)]
    public void Five()
    {
        var chosen = Student.Call<int[]>("MostOffending", new double[] { 0.9, 0.2, 0.8, 0.7, 0.1 }, new[] { false, true, true, false, true }, 2);
        Expect.Equal("2 1", string.Join(" ", chosen), "MostOffending of five windows");
    }
}
