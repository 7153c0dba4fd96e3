namespace Exercises.L09.Calibration;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("four samples, two bins", points: 1)]
    public void Four()
    {
        var error = Student.Call<double>("Calibration", new[] { 0.9, 0.8, 0.7, 1.0 }, new[] { true, true, false, false }, 2);
        Expect.Close(0.85 - 0.5, error, 1e-9, "the error with two bins");
    }
}
