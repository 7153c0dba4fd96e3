namespace Exercises.L16.Lstm;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the shape stays, and the parameters have the library's names and number", points: 1)]
    public void Parameters()
    {
        var mine = Student.Module("MyResidualLstm", 6L);
        Expect.Shape([2, 5, 6], mine.Forward(Student.Tensor(2, 5, 6)), "the outputs for [2, 5, 6]");
        using var library = new ResidualLstm(6, 6, 6);
        foreach (var (name, parameter) in library.named_parameters())
        {
            Expect.True(mine.ParameterShapes.TryGetValue(name, out var shape), $"there is a parameter {name}");
            Expect.Equal(string.Join('x', parameter.shape), string.Join('x', shape!), $"the shape of {name}");
        }

        Expect.True(!mine.Kinds.Contains(nameof(ResidualLstm)), "the layer is your own and not the library's");
    }

    [Check("with zero weights half of the input comes out", points: 1)]
    public void Zero()
    {
        var mine = Student.Module("MyResidualLstm", 4L);
        mine.Load(mine.State().ToDictionary(entry => entry.Key, entry => zeros(entry.Value.shape)));
        var x = Student.Tensor(2, 3, 4);
        Expect.Close(x / 2, mine.Forward(x), 1e-5, "the outputs with all weights zero: the gate is open by a half");
    }
}
