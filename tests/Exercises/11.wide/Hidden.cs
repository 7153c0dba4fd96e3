using ConvNets.Architectures;

namespace Exercises.L11.Wide;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("other depths and widths, k = 1 among them", points: 1)]
    public void Others()
    {
        foreach (var (n, k) in new[] { (Student.Random.Next(1, 5), 1), (Student.Random.Next(1, 4), Student.Random.Next(2, 5)) })
        {
            var depth = 6 * n + 4;
            using var net = WideResNet.Build(depth, k);
            var expected = LayerTable.For(net, [3, 32, 32]).Layers.Where(layer => layer.Kind == "Conv2d").Sum(layer => layer.Parameters);
            Expect.Equal(expected, Student.Call<long>("ConvolutionWeights", depth, k), $"ConvolutionWeights({depth}, {k})");
        }
    }
}
