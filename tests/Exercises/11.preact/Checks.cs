namespace Exercises.L11.Preact;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the parts have the names, the shapes and no biases", points: 1)]
    public void Parts()
    {
        var shapes = Student.Module("PreActUnit", 4L).ParameterShapes;
        Expect.Equal("4x16x1x1", string.Join("x", shapes.GetValueOrDefault("conv1.weight", [])), "the shape of conv1.weight");
        Expect.Equal("4x4x3x3", string.Join("x", shapes.GetValueOrDefault("conv2.weight", [])), "the shape of conv2.weight");
        Expect.Equal("16x4x1x1", string.Join("x", shapes.GetValueOrDefault("conv3.weight", [])), "the shape of conv3.weight");
        Expect.Equal(9, shapes.Count, "the number of parameters tensors: three weights, three gammas, three betas");
    }

    [Check("with empty convolutions the unit is the identity, for negative values too", points: 1)]
    public void Identity()
    {
        var unit = Student.Module("PreActUnit", 2L);
        unit.Load(unit.State().ToDictionary(entry => entry.Key, entry => entry.Key.StartsWith("conv") ? zeros_like(entry.Value) : entry.Value));
        using var x = Student.Tensor(2, 8, 5, 5);
        Expect.Close(x, unit.Forward(x), 1e-6, "the output with all convolutions at zero");
    }
}
