namespace Exercises.L11.Expected;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("54 blocks with a last survival of one half give 40.25", points: 1)]
    public void OneHalf() => Expect.Close(40.25, Student.Call<double>("ExpectedBlocks", 54, 0.5), 1e-9, "ExpectedBlocks(54, 0.5)");
}
