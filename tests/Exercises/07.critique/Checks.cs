namespace Exercises.L07.Critique;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the answers have the right form", points: 0)]
    public void Form()
    {
        Expect.InRange(1, 100, Student.Call<double>("Ratio"), "Ratio()");
        Expect.True(Student.Call<string>("Source") is "a" or "b" or "c", "Source() is \"a\", \"b\" or \"c\"");
    }
}
