namespace Exercises.L04.Merge;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("two boxes that overlap become their mean", points: 1)]
    public void Two()
    {
        var merged = Student.Call<double[]>("Merge", new double[] { 0, 0, 10, 10, 2, 2, 12, 12 }, 1.0);
        Expect.Equal("1 1 11 11", string.Join(" ", merged), "Merge of (0, 0, 10, 10) and (2, 2, 12, 12)");
    }

    [Check("boxes far apart stay", points: 1)]
    public void Apart()
    {
        var merged = Student.Call<double[]>("Merge", new double[] { 0, 0, 10, 10, 40, 40, 50, 50 }, 1.0);
        Expect.Equal("0 0 10 10 40 40 50 50", string.Join(" ", merged), "Merge of two boxes that do not meet");
    }
}
