namespace Exercises.L12.Module;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the output has the shape of the input, and the parameters are as many as the library's", points: 1)]
    public void Counts()
    {
        var module = Student.Module("ModuleC", 40L, 24L, 32L, 0.2);
        using var x = Student.Tensor(2, 40, 8, 8);
        Expect.Shape([2, 40, 8, 8], module.Forward(x), "the output");
        using var reference = InceptionResNetModules.C(40, 24, 32, 0.2);
        Expect.Equal(reference.parameters().Sum(parameter => parameter.numel()), module.ParameterCount, "the number of parameters");
    }

    [Check("with conv2d at zero the module is ReLU(x)", points: 1)]
    public void Empty()
    {
        var module = Student.Module("ModuleC", 12L, 16L, 16L, 0.2);
        module.Load(module.State().ToDictionary(entry => entry.Key, entry => entry.Key.StartsWith("conv2d") ? zeros_like(entry.Value) : entry.Value));
        using var x = Student.Tensor(2, 12, 5, 5);
        Expect.Close(nn.functional.relu(x), module.Forward(x), 1e-6, "the output with conv2d at zero");
    }
}
