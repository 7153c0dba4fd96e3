using ConvNets.Architectures;

namespace Exercises.L06.Critique;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("the share of the multiply-adds", points: 1)]
    public void Share()
    {
        var table = Registry.Table("vgg-d");
        var share = 100.0 * table.Layers.Where(layer => layer.Kind == "Linear").Sum(layer => layer.Macs) / table.Macs;
        Expect.InRange(share - 0.05, share + 0.05, Student.Call<double>("FullyConnectedMacs"), "FullyConnectedMacs()");
    }

    [Check("the verdict", points: 1)]
    public void Verdict() => Expect.Equal("b", Student.Call<string>("Verdict"), "Verdict()");
}
