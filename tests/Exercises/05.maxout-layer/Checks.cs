namespace Exercises.L05.MaxoutLayer;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("shape and number of parameters", points: 1)]
    public void Shape()
    {
        var net = Student.Module("MaxoutLayer", 5L, 4L, 3L);
        Expect.Equal(5L * 12 + 12, net.ParameterCount, "parameters of MaxoutLayer(5, 4, 3)");
        Expect.Shape([2, 4], net.Forward(Student.Tensor(2, 5)), "output");
    }
}
