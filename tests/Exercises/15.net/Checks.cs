namespace Exercises.L15.Net;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("3x3, 8 channels, stride 1, width 32", points: 1)]
    public void Low()
    {
        var net = Student.Module("Component", 3L, 8L, 1L, 32L, 10L);
        Expect.Shape([2, 10], net.Forward(Student.Tensor(2, 3, 32, 32)), "the scores of two pictures");
        Expect.Equal((8L * 28) + (16 * 73) + (1025L * 32) + 330, net.ParameterCount, "the number of parameters");
    }
}
