using LibraryBlock = ConvNets.Blocks.Bottleneck;

namespace Exercises.L10.Block;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("outputs and gradients equal the library's, in training and in evaluation, for random shapes", points: 1)]
    public void Equal()
    {
        foreach (var stride in (long[])[1, 2])
        {
            long width = Student.Random.Next(2, 6), channels = stride == 1 ? 4 * width : Student.Random.Next(3, 12);
            using var library = new LibraryBlock(channels, width, stride);
            var mine = Student.Module("MyBottleneck", channels, width, stride);
            mine.Load(library.state_dict().Where(p => !p.Key.EndsWith("num_batches_tracked", StringComparison.Ordinal)).ToDictionary());
            var x = Student.Tensor(3, channels, 6, 8);
            var weight = Student.Tensor(3, 4 * width, 6 / stride, 8 / stride);
            var theirs = mine.Backward(x, weight);
            using var input = x.detach().clone().requires_grad_();
            var output = library.call(input);
            (output * weight).sum().backward();
            Expect.Close(output, theirs.Output, 1e-4, "the output in training mode");
            Expect.Close(input.grad!, theirs.Input, 1e-3, "the gradient of the input");
            mine.Eval();
            library.eval();
            Expect.Close(library.call(x), mine.Forward(x), 1e-4, "the output in evaluation mode");
        }
    }

    [Check("the multiply-accumulates are those of the paper's block, with the stride on the first 1x1", points: 1)]
    public void Macs()
    {
        var mine = Student.Module("MyBottleneck", 32L, 16L, 2L);
        using var library = new LibraryBlock(32, 16, 2);
        Expect.Equal(LayerTable.For(library, [32, 16, 16]).Macs, mine.Macs(32, 16, 16), "the MACs for 32 channels, width 16, stride 2 at 16 x 16");
    }
}
