using ConvNets.Training;

namespace Tests.Training;

public class ScheduleTests
{
    private static double[] Factors(Schedule schedule, long total, long perEpoch = 1, History? history = null) =>
        [.. Enumerable.Range(0, (int)total).Select(s => schedule.Factor(new Position(s, perEpoch, total, history ?? new History())))];

    [Fact]
    public void One_cycle_is_PyTorchs_OneCycleLR()
    {
        // torch.optim.lr_scheduler.OneCycleLR(max_lr=1.0, total_steps=10), PyTorch 1.13.
        double[] expected = [0.04, 0.52, 1, 0.950484632, 0.811745654, 0.611262022, 0.388741978, 0.188258346, 0.049519368, 4e-6];
        Assert.Equal(expected, Factors(Schedule.OneCycle(), 10), (a, b) => Math.Abs(a - b) < 1e-8);
    }

    [Fact]
    public void Cosine_is_PyTorchs_CosineAnnealingLR_taken_per_step()
    {
        // CosineAnnealingLR(T_max=5, eta_min=0.01) on a base rate of 0.1, PyTorch 1.13.
        double[] expected = [0.1, 0.0914057647, 0.0689057647, 0.0410942353, 0.0185942353];
        Assert.Equal(expected, Factors(Schedule.Cosine(floor: 0.1), 5).Select(f => 0.1 * f), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Steps_fall_at_their_epochs()
    {
        var factors = Factors(Schedule.Step([2, 3]), total: 8, perEpoch: 2);
        Assert.Equal([1, 1, 1, 1, 0.1, 0.1, 0.01, 0.01], factors, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Warm_up_rises_linearly_and_then_leaves_the_schedule_alone()
    {
        var factors = Factors(Schedule.Constant.WithWarmUp(epochs: 2, from: 0), total: 6, perEpoch: 2);
        Assert.Equal([0, 0.25, 0.5, 0.75, 1, 1], factors);
    }

    [Fact]
    public void Plateau_divides_after_so_many_epochs_without_gain()
    {
        var history = new History();
        var seen = new List<double>();
        foreach (var loss in new[] { 1.0, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.8 })
        {
            history.Add(new EpochMetrics(seen.Count + 1, seen.Count + 1, loss, 0, double.NaN, double.NaN, 0, 0, 0));
            seen.Add(Schedule.Plateau(factor: 0.5, patience: 1).Factor(new Position(seen.Count + 1, 1, 8, history)));
        }

        // ReduceLROnPlateau(patience=1, factor=.5) on the same losses, PyTorch 1.13.
        Assert.Equal([1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25], seen);
    }

    [Fact]
    public void The_warm_up_of_ResNet_110_ends_when_training_error_falls_and_never_comes_back()
    {
        var schedule = Schedule.Constant.WithWarmUpUntil(error: 0.8, factor: 0.1, window: 2);
        var history = new History();
        var seen = new List<double>();
        foreach (var top1 in new[] { 0.1, 0.15, 0.3, 0.3, 0.0, 0.0, 0.0 })
        {
            var factor = schedule.Factor(new Position(seen.Count, 100, 100, history));
            seen.Add(factor);
            history.Add(new StepMetrics(seen.Count, 1, 1, 1, top1, factor, factor));
        }

        Assert.Equal([0.1, 0.1, 0.1, 1, 1, 1, 1], seen);
    }
}
