namespace Exercises.L02.ColourUnits;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("pixels of 0 to 1", points: 1)]
    public void Unit() => Expect.Close(0.02175, Student.Call<double>("Shift", 0.2175, 0.1, 1.0), 1e-9, "Shift(0.2175, 0.1, 1)");
}
