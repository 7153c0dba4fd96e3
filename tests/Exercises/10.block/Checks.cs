using LibraryBlock = ConvNets.Blocks.Bottleneck;

namespace Exercises.L10.Block;

public sealed class Checks(Student student) : ExerciseChecks(student)
{
    [Check("the output has 4 x width channels and 1 / stride of the height and width", points: 1)]
    public void Shape()
    {
        var block = Student.Module("MyBottleneck", 16L, 8L, 2L);
        Expect.Shape([2, 32, 5, 4], block.Forward(Student.Tensor(2, 16, 10, 8)), "the output for [2, 16, 10, 8]");
    }

    [Check("the parameters have the names and shapes of the library's block, with and without a projection", points: 1)]
    public void Parameters()
    {
        foreach (var (channels, stride) in ((long, long)[])[(32, 1), (16, 1), (32, 2)])
        {
            using var library = new LibraryBlock(channels, 8, stride);
            var shapes = Student.Module("MyBottleneck", channels, 8L, stride).ParameterShapes;
            foreach (var (name, parameter) in library.named_parameters())
            {
                Expect.True(shapes.TryGetValue(name, out var shape), $"there is a parameter {name} for {channels} channels, width 8 and stride {stride}");
                Expect.Equal(parameter.shape, shape!, $"the shape of {name}");
            }

            Expect.Equal(library.named_parameters().Count(), shapes.Count, $"the number of parameters for {channels} channels, width 8 and stride {stride}");
        }
    }
}
