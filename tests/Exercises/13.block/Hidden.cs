namespace Exercises.L13.Block;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("outputs and gradients of random blocks", points: 2)]
    public void Equal()
    {
        long channels = Student.Random.Next(3, 9), k = Student.Random.Next(2, 6);
        var layers = Student.Random.Next(2, 5);
        var block = Student.Module("DenseBlock", channels, k, layers);
        using var reference = nn.Sequential();
        for (var l = 0; l < layers; l++)
            reference.append(new DenseLayer(channels + l * k, k, bottleneck: false));

        // Names are free: the state is matched in its order, layer by layer.
        var theirs = reference.state_dict().Where(entry => !entry.Key.EndsWith("num_batches_tracked")).ToList();
        var mine = block.State().Where(entry => !entry.Key.EndsWith("num_batches_tracked")).ToList();
        Expect.Equal(string.Join(" ", theirs.Select(entry => string.Join("x", entry.Value.shape)).Order()),
            string.Join(" ", mine.Select(entry => string.Join("x", entry.Value.shape)).Order()), "the shapes of the state");
        using (no_grad())
        {
            foreach (var group in theirs.GroupBy(entry => string.Join("x", entry.Value.shape)))
                foreach (var (target, source) in group.Zip(mine.Where(entry => string.Join("x", entry.Value.shape) == group.Key)))
                    target.Value.copy_(source.Value);
        }

        reference.train();
        block.Train();
        using var x = Student.Tensor(3, channels, 5, 5).requires_grad_();
        using var g = Student.Tensor(3, channels + k * layers, 5, 5);
        var y = reference.call(x);
        y.backward([g]);
        Expect.Close(y, block.Forward(x.detach()), 1e-4, "the output");
        Expect.Close(x.grad!, block.Backward(x.detach(), g).Input, 1e-3, "the gradient of x");
    }
}
