namespace Exercises.L11.Stochastic;

public sealed class Hidden(Student student) : ExerciseChecks(student)
{
    [Check("in training the whole mini-batch passes the branch, unscaled, or skips it", points: 1)]
    public void OneCoin()
    {
        var (kept, dropped, x) = Outputs(0.5);
        var unit = Student.Module("StochasticUnit", 3L, 0.5);
        unit.Load(kept.State);
        unit.Train();
        for (var i = 0; i < 12; i++)
        {
            using var y = unit.Forward(x);
            var whole = Same(y, kept.Output) || Same(y, dropped);
            Expect.True(whole, "In training the output is ReLU(F(x) + x) or ReLU(x), for all pictures of the mini-batch alike.");
        }
    }

    [Check("the branch is kept as often as the survival says", points: 1)]
    public void Often()
    {
        var (kept, dropped, x) = Outputs(0.8);
        var unit = Student.Module("StochasticUnit", 3L, 0.8);
        unit.Load(kept.State);
        unit.Train();
        var passes = Enumerable.Range(0, 60).Count(_ => !Same(unit.Forward(x), dropped));
        Expect.InRange(34, 60, passes, "how many of 60 mini-batches pass a branch with survival 0.8");
        Expect.True(passes < 60, "Some of 60 mini-batches skip a branch with survival 0.8.");
    }

    private static bool Same(Tensor a, Tensor b) => (a - b).abs().max().ToDouble() < 1e-4;

    private ((Dictionary<string, Tensor> State, Tensor Output) Kept, Tensor Dropped, Tensor X) Outputs(double survival)
    {
        using var reference = new StochasticDepthBlock(3, 3, 1, survival, bias: false);
        var x = Student.Tensor(4, 3, 5, 5);
        reference.train();
        var output = nn.functional.relu(reference.Residual(x) + x).detach();
        return ((reference.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone()), output), nn.functional.relu(x), x);
    }
}
