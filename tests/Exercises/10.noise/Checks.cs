namespace Exercises.L10.Noise;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("three seeds that differ much, and a difference that does not", points: 1)]
    public void Paired()
    {
        var answer = Student.Call<double[]>("Verdict", new[] { 40.0, 50.0, 60.0 }, new[] { 42.0, 51.0, 63.0 });
        Expect.Close(2, answer[0], 1e-9, "the mean difference");
        Expect.Close(0.5773502691896258, answer[1], 1e-9, "the standard error");
        Expect.Equal(1.0, answer[2], "whether it is more than two standard errors");
    }
}
