namespace Exercises.L12.Verdict;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("a lucky step does not decide", points: 1)]
    public void Lucky()
    {
        double[] slow = [0.9, 0.1, 0.9, 0.8, 0.6, 0.4, 0.4, 0.4];
        double[] fast = [0.9, 0.7, 0.4, 0.3, 0.3];
        Expect.Close(7.0 / 4, Student.Call<double>("TimesTheSteps", slow, fast, 0.4, 2), 1e-9, "TimesTheSteps with a window of 2");
    }
}
