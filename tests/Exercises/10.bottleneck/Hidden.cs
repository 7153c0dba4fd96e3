using LibraryBlock = ConvNets.Blocks.Bottleneck;

namespace Exercises.L10.Bottleneck;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("any channels and width give the weights of the library's block", points: 1)]
    public void Any()
    {
        for (var i = 0; i < 4; i++)
        {
            var width = Student.Random.Next(1, 24);
            var channels = i == 0 ? 4 * width : Student.Random.Next(1, 100);
            using var block = new LibraryBlock(channels, width);
            var weights = block.named_parameters().Where(p => p.parameter.shape.Length == 4).Sum(p => p.parameter.numel());
            Expect.Equal(weights, Student.Call<long>("BottleneckWeights", (long)channels, (long)width), $"BottleneckWeights({channels}, {width})");
        }
    }
}
