using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler.impl;

namespace Tests.Optim;

/// <summary>Learning rates and momenta from PyTorch 1.13 (Golden/optimizers.py) and as observed in TorchSharp 0.107.</summary>
public class Schedules_equal_PyTorch
{
    private static readonly JsonElement Golden = GoldenFile.Json("optimizers.json");

    private static readonly Dictionary<string, Func<Optimizer, lr_scheduler.LRScheduler>> Cases = new()
    {
        ["lambda"] = o => lr_scheduler.LambdaLR(o, epoch => Math.Pow(0.95, epoch)),
        ["multiplicative"] = o => lr_scheduler.MultiplicativeLR(o, epoch => 0.9 + 0.01 * epoch),
        ["step"] = o => lr_scheduler.StepLR(o, 3, 0.5),
        ["multistep"] = o => lr_scheduler.MultiStepLR(o, [2, 5], 0.1),
        ["polynomial"] = o => lr_scheduler.PolynomialLR(o, 7, 2.0),
        ["exponential"] = o => lr_scheduler.ExponentialLR(o, 0.9),
        ["constant"] = o => lr_scheduler.ConstantLR(o, 0.5, 3),
        ["linear"] = o => lr_scheduler.LinearLR(o, 0.25, 1.0, 4),
        ["cosine"] = o => lr_scheduler.CosineAnnealingLR(o, 5, 0.01),
        ["onecycle"] = o => lr_scheduler.OneCycleLR(o, 1.0, total_steps: 15),
        ["onecycle_linear"] = o => lr_scheduler.OneCycleLR(o, 1.0, epochs: 3, steps_per_epoch: 5, anneal_strategy: OneCycleLR.AnnealStrategy.Linear, three_phase: true, pct_start: 0.25),
        ["cyclic"] = o => lr_scheduler.CyclicLR(o, 0.01, 0.2, 4),
        ["cyclic_triangular2"] = o => lr_scheduler.CyclicLR(o, 0.01, 0.2, 3, 2, CyclicLR.Mode.Triangular2),
        ["cyclic_exp_range"] = o => lr_scheduler.CyclicLR(o, 0.01, 0.2, 3, mode: CyclicLR.Mode.ExpRange, gamma: 0.9),
        ["sequential"] = o => lr_scheduler.SequentialLR(o, [lr_scheduler.ConstantLR(o, 0.1, 2), lr_scheduler.ExponentialLR(o, 0.9)], [4]),
        ["chained"] = o => lr_scheduler.ChainedLR([lr_scheduler.ConstantLR(o, 0.1, 3), lr_scheduler.ExponentialLR(o, 0.9)]),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static SGD Sgd(double momentum = 0.5) => SGD([new Parameter(zeros(1))], 0.1, momentum: momentum);

    private static double[] Rates(Optimizer optimizer, lr_scheduler.LRScheduler schedule, int steps)
    {
        var rates = new List<double>();
        for (var i = 0; i < steps; i++)
        {
            rates.Add(optimizer.ParamGroups.First().LearningRate);
            schedule.step();
        }

        return [.. rates];
    }

    private static void Near(double[] expected, double[] actual, double tolerance = 1e-9)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_and_momenta_are_equal_over_fourteen_epochs(string name)
    {
        using var optimizer = Sgd();
        var schedule = Cases[name](optimizer);
        var seen = new List<double>();
        for (var i = 0; i < 14; i++)
        {
            var group = optimizer.ParamGroups.First();
            seen.AddRange([group.LearningRate, ((IMomentum)group).Momentum]);
            schedule.step();
        }

        Near(Golden.Doubles("schedule_" + name), [.. seen], 1e-12);
    }

    [Fact]
    public void One_cycle_moves_the_first_beta_of_adam()
    {
        using var optimizer = Adam([new Parameter(zeros(1))], 0.1);
        var schedule = lr_scheduler.OneCycleLR(optimizer, 1.0, total_steps: 15);
        var seen = new List<double>();
        for (var i = 0; i < 14; i++)
        {
            var group = optimizer.ParamGroups.First();
            seen.AddRange([group.LearningRate, ((IBetas)group).Betas.Item1]);
            schedule.step();
        }

        Near(Golden.Doubles("schedule_onecycle_adam"), [.. seen], 1e-12);
    }

    [Fact]
    public void Rates_are_those_observed_in_TorchSharp()
    {
        using var step = Sgd();
        Near([.1, .1, .1, .05, .05, .05, .025, .025, .025], Rates(step, lr_scheduler.StepLR(step, 3, .5), 9));
        using var multi = Sgd();
        Near([.1, .1, .01, .01, .01, .001], Rates(multi, lr_scheduler.MultiStepLR(multi, [2, 5], .1), 6));
        using var cosine = Sgd();
        Near([.1, .0914057647, .0689057647, .0410942353, .0185942353, .01, .0185942353, .0410942353], Rates(cosine, lr_scheduler.CosineAnnealingLR(cosine, 5, .01), 8));
        using var one = Sgd();
        Near([.04, .52, 1, .950484632, .811745654, .611262022, .388741978, .188258346, .049519368, 4e-6], Rates(one, lr_scheduler.OneCycleLR(one, 1.0, 10), 10));
        using var linear = Sgd();
        Near([.025, .04375, .0625, .08125, .1], Rates(linear, lr_scheduler.LinearLR(linear, .25, 1, 4), 5));
        using var constant = Sgd();
        Near([.05, .05, .05, .1], Rates(constant, lr_scheduler.ConstantLR(constant, .5, 3), 4));
        using var polynomial = Sgd();
        Near([.1, .08, .06, .04, .02, 0], Rates(polynomial, lr_scheduler.PolynomialLR(polynomial, 5, 1), 6));
    }

    [Fact]
    public void A_milestone_that_is_named_twice_counts_twice()
    {
        var optimizer = SGD([new Parameter(zeros(1))], 0.4);
        var schedule = lr_scheduler.MultiStepLR(optimizer, [1, 1], 0.5);
        schedule.step();
        Assert.Equal([0.1], schedule.get_last_lr());
    }

    [Fact]
    public void A_plateau_halves_the_rate_when_its_patience_is_at_an_end()
    {
        using var optimizer = Sgd();
        var schedule = lr_scheduler.ReduceLROnPlateau(optimizer, patience: 1, factor: .5);
        var rates = new List<double>();
        foreach (var loss in (double[])[1, .9, .9, .9, .9, .9, .9, .8])
        {
            schedule.step(loss);
            rates.Add(optimizer.ParamGroups.First().LearningRate);
        }

        Near([.1, .1, .1, .05, .05, .025, .025, .025], [.. rates]);
        Assert.Throws<InvalidOperationException>(() => schedule.step());
    }

    [Fact]
    public void A_step_to_an_epoch_uses_the_closed_form()
    {
        using var optimizer = Sgd();
        var schedule = lr_scheduler.CosineAnnealingLR(optimizer, 5, .01);
        schedule.step(3);
        Assert.Equal(.0410942353, optimizer.ParamGroups.First().LearningRate, 1e-9);
        Assert.Equal(.0410942353, schedule.get_last_lr().Single(), 1e-9);
    }

    [Fact]
    public void A_cycle_of_momentum_needs_an_optimizer_that_has_one()
    {
        using var optimizer = Adagrad([new Parameter(zeros(1))]);
        Assert.Throws<ArgumentException>(() => lr_scheduler.OneCycleLR(optimizer, 1.0, 10));
    }
}
