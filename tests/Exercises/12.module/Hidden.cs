namespace Exercises.L12.Module;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("outputs and gradients of random modules in training", points: 2)]
    public void Equal()
    {
        long channels = Student.Random.Next(8, 24), w2 = Student.Random.Next(8, 24), w3 = Student.Random.Next(8, 24);
        var module = Student.Module("ModuleC", channels, w2, w3, 0.3);
        using var reference = InceptionResNetModules.C(channels, w2, w3, 0.3);

        // Names are free, so weights are matched by their order, which the task fixes.
        var theirs = reference.state_dict().Where(entry => !entry.Key.EndsWith("num_batches_tracked")).ToList();
        var mine = module.State().Where(entry => !entry.Key.EndsWith("num_batches_tracked")).ToList();
        Expect.Equal(string.Join(" ", theirs.Select(entry => string.Join("x", entry.Value.shape))),
            string.Join(" ", mine.Select(entry => string.Join("x", entry.Value.shape))), "the shapes of the state, in order");
        using (no_grad())
        {
            foreach (var (target, source) in theirs.Zip(mine))
                target.Value.copy_(source.Value);
        }

        reference.train();
        module.Train();
        using var x = Student.Tensor(3, channels, 6, 6).requires_grad_();
        using var g = Student.Tensor(3, channels, 6, 6);
        var y = reference.call(x);
        y.backward([g]);
        Expect.Close(y, module.Forward(x.detach()), 1e-4, "the output");
        Expect.Close(x.grad!, module.Backward(x.detach(), g).Input, 1e-3, "the gradient of x");
    }
}
