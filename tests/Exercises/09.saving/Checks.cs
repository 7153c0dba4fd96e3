namespace Exercises.L09.Saving;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("a 3x3 at equal channels saves a third", points: 0)]
    public void Third() => Expect.Close(1.0 / 3, Student.Call<double>("Saving", 3L, 64L, 64L), 1e-9, "Saving(3, 64, 64)");
}
