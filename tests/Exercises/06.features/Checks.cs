using ConvNets.Architectures;

namespace Exercises.L06.Features;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("column A in small has the right layers", points: 1)]
    public void Kinds()
    {
        var features = Student.Module("Features", "8 M 16 16 M", 3L);
        Expect.Equal("Conv2d ReLU MaxPool2d Conv2d ReLU Conv2d ReLU MaxPool2d",
            string.Join(' ', features.Kinds.Where(kind => kind != "Sequential")), "the layers of \"8 M 16 16 M\"");
    }

    [Check("sizes, parameters and multiply-adds are VGG's", points: 1)]
    public void Costs()
    {
        const string table = "8 8 M 16 16 1:16 M";
        var features = Student.Module("Features", table, 3L);
        using var net = Vgg.Features(table);
        var expected = LayerTable.For(net, [3, 32, 32]);
        Expect.Equal(expected.Parameters, features.ParameterCount, "parameters");
        Expect.Equal(expected.Macs, features.Macs(3, 32, 32), "multiply-adds at 3x32x32");
        Expect.Shape([2, 16, 8, 8], features.Forward(Student.Tensor(2, 3, 32, 32)), "the output for 32x32 pictures");
    }
}
