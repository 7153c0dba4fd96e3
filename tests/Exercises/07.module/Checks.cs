namespace Exercises.L07.Module;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("module 3a in small has the right shape and number of parameters", points: 2)]
    public void Shape()
    {
        var module = Student.Module("MyModule", 12L, 4L, 6L, 8L, 2L, 4L, 3L);
        Expect.Shape([2, 19, 10, 7], module.Forward(Student.Tensor(2, 12, 10, 7)), "the output");
        using var library = ConvNets.Blocks.Inception.Module(12, 4, 6, 8, 2, 4, 3);
        Expect.Equal(library.parameters().Sum(p => p.numel()), module.ParameterCount, "parameters");
    }
}
