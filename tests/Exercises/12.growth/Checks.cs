namespace Exercises.L12.Growth;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("one module that may double the variance takes a scale of 1", points: 1)]
    public void One() => Expect.Close(1, Student.Call<double>("LargestScale", 1, 1.0, 2.0), 1e-9, "LargestScale(1, 1, 2)");
}
