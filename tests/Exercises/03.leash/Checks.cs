namespace Exercises.L03.Leash;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("RMS 0.25 becomes 0.1, RMS 0.05 stays", points: 1)]
    public void Two()
    {
        var weight = cat([full([1, 3, 2, 2], 0.25f), full([1, 3, 2, 2], -0.05f)], 0);
        var expected = cat([full([1, 3, 2, 2], 0.1f), full([1, 3, 2, 2], -0.05f)], 0);
        Expect.Close(expected, Student.Call<Tensor>("Leash", weight, 0.1), 1e-6, "Leash at 0.1");
        Expect.Close(0.4, Student.Call<double>("Kept", 0.25, 0.1), 1e-9, "Kept(0.25, 0.1)");
    }
}
