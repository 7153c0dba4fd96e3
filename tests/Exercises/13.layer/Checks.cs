namespace Exercises.L13.Layer;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("channels are compressed and rounded down, the side is halved", points: 1)]
    public void Shape()
    {
        using var x = Student.Tensor(2, 15, 9, 8);
        Expect.Shape([2, 7, 4, 4], Student.Module("MyTransition", 15L, 0.5).Forward(x), "the output for 15 channels of 9 x 8 and theta = 0.5");
    }
}
