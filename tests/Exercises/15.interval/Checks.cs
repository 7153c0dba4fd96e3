namespace Exercises.L15.Interval;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("two runs of two seeds", points: 1)]
    public void Two()
    {
        var ends = Student.Call<double[]>("Interval", new long[] { 1, 1, -1, -1 }, new long[] { 0, 0, 1, 1 }, new[] { 11.0, 9.0, 6.0, 4.0 }, 4.302652729911275);
        Expect.Close(5 - 6.08486984, ends[0], 1e-6, "the lower end");
        Expect.Close(5 + 6.08486984, ends[1], 1e-6, "the upper end");
    }
}
