namespace Exercises.L08.Critique;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the answers have the right form", points: 0)]
    public void Form()
    {
        Expect.InRange(0, 1, Student.Call<double>("PyTorchMomentum", 0.5), "PyTorchMomentum(0.5)");
        Expect.True(Student.Call<string>("Slide") is "a" or "b" or "c", "Slide() is \"a\", \"b\" or \"c\"");
    }
}
