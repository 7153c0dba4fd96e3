namespace Exercises.L00.Curve;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("training rises, the test curve has stopped", points: 1)]
    public void Overfitting() => Expect.Equal("overfitting", Student.Call<string>("Diagnose",
        new[] { 0.50, 0.60, 0.70, 0.80, 0.88, 0.95 }, new[] { 0.55, 0.62, 0.66, 0.62, 0.61, 0.60 }), "the diagnosis");
}
