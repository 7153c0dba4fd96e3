namespace Exercises.L09.Critique;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the answers have the right form", points: 0)]
    public void Form()
    {
        Expect.InRange(0, 1, Student.Call<double>("Epsilon", 10, 0.91), "Epsilon(10, 0.91)");
        Expect.True(Student.Call<string>("Pair") is "a" or "b" or "c", "Pair() is \"a\", \"b\" or \"c\"");
    }
}
