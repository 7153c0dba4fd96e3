namespace Exercises.L16.Doublings;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the error halves at twice the arithmetic", points: 1)]
    public void One()
    {
        var step = Student.Call<double[]>("Step", 10.0, 5.0, 3e9, 6e9);
        Expect.Close(1, step[0], 1e-9, "the gain");
        Expect.Close(1, step[1], 1e-9, "the price");
    }
}
