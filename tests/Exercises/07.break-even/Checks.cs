namespace Exercises.L07.BreakEven;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("a 5x5 from 192 to 32 channels", points: 0)]
    public void Paper() => Expect.Close(153600.0 / 992, Student.Call<double>("BreakEven", 5L, 192L, 32L), 1e-9, "BreakEven(5, 192, 32)");
}
