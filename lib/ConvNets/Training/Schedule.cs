// Learning-rate schedules as pure functions of where training stands: no hidden state, so that a resumed run takes the same steps.
// Step and cosine are PyTorch's closed forms, taken per step instead of per epoch; OneCycle is PyTorch's two-phase cosine
// (Smith and Topin 2017, Super-Convergence); the ResNet-110 warm-up is He et al. 2015, Deep Residual Learning, section 4.2.

namespace ConvNets.Training;

/// <summary>Where training stands when a step is about to be taken.</summary>
/// <param name="Step">Steps taken so far, 0 before the first.</param>
/// <param name="StepsPerEpoch">Steps in an epoch.</param>
/// <param name="TotalSteps">Steps in the whole run.</param>
/// <param name="History">What was measured so far.</param>
public readonly record struct Position(long Step, long StepsPerEpoch, long TotalSteps, History History)
{
    /// <summary>Epochs done, with the fraction of the running one.</summary>
    public double Epoch => (double)Step / Math.Max(1, StepsPerEpoch);

    /// <summary>How much of the run is done, 0 to 1.</summary>
    public double Fraction => (double)Step / Math.Max(1, TotalSteps);
}

/// <summary>A learning-rate schedule: a factor on the recipe's base rate.</summary>
public abstract record Schedule
{
    /// <summary>The base rate throughout.</summary>
    public static Schedule Constant { get; } = new ConstantSchedule();

    /// <summary>The rate is multiplied by <paramref name="gamma"/> at each of the <paramref name="milestones"/>, in epochs.</summary>
    public static Schedule Step(IReadOnlyList<double> milestones, double gamma = 0.1) => new StepSchedule(milestones, gamma);

    /// <summary>Half a cosine from the base rate down to <paramref name="floor"/> times it at the end of the run.</summary>
    public static Schedule Cosine(double floor = 0) => new CosineSchedule(floor);

    /// <summary>Up from 1/25 of the base rate in the first <paramref name="rise"/> of the run, then down to nearly nothing; both along half a cosine.</summary>
    public static Schedule OneCycle(double rise = 0.3, double startDivisor = 25, double endDivisor = 1e4) => new OneCycleSchedule(rise, startDivisor, endDivisor);

    /// <summary>Divides the rate whenever the test loss (training loss where nothing is tested) has not improved for <paramref name="patience"/> epochs.</summary>
    /// <remarks>AlexNet, VGG and ResNet drop "on plateau" and none says how it is told: both numbers are explicit here.</remarks>
    public static Schedule Plateau(double factor = 0.1, int patience = 3, double threshold = 1e-3) => new PlateauSchedule(factor, patience, threshold);

    /// <summary>The factor at this position.</summary>
    public abstract double Factor(Position at);

    /// <summary>This schedule after a linear rise over the first <paramref name="epochs"/> (Goyal et al. 2017, section 2.2).</summary>
    public Schedule WithWarmUp(double epochs, double from = 0.1) => new WarmUpSchedule(this, epochs, from);

    /// <summary>This schedule, held at <paramref name="factor"/> until the training error of the last <paramref name="window"/> steps is below <paramref name="error"/> (ResNet-110).</summary>
    public Schedule WithWarmUpUntil(double error = 0.8, double factor = 0.1, int window = 50) => new WarmUpUntilSchedule(this, error, factor, window);

    private sealed record ConstantSchedule : Schedule
    {
        public override double Factor(Position at) => 1;

        public override string ToString() => "constant";
    }

    private sealed record StepSchedule(IReadOnlyList<double> Milestones, double Gamma) : Schedule
    {
        public override double Factor(Position at) => Math.Pow(Gamma, Milestones.Count(m => at.Epoch >= m));

        public override string ToString() => FormattableString.Invariant($"times {Gamma} at epochs {string.Join(", ", Milestones.Select(m => FormattableString.Invariant($"{m}")))}");
    }

    private sealed record CosineSchedule(double Floor) : Schedule
    {
        public override double Factor(Position at) => Floor + (1 - Floor) * HalfCosine(at.Fraction);

        public override string ToString() => "cosine";
    }

    private sealed record OneCycleSchedule(double Rise, double StartDivisor, double EndDivisor) : Schedule
    {
        public override double Factor(Position at)
        {
            var start = 1 / StartDivisor;
            var end = start / EndDivisor;
            var last = Math.Max(1, at.TotalSteps - 1);
            var top = Rise * at.TotalSteps - 1;
            if (at.Step <= top)
            {
                return 1 + (start - 1) * HalfCosine(at.Step / top);
            }

            return end + (1 - end) * HalfCosine((at.Step - top) / (last - top));
        }

        public override string ToString() => "one cycle";
    }

    private sealed record PlateauSchedule(double Drop, int Patience, double Threshold) : Schedule
    {
        public override double Factor(Position at)
        {
            var factor = 1.0;
            var best = double.PositiveInfinity;
            var waited = 0;
            foreach (var epoch in at.History.Epochs)
            {
                var loss = double.IsNaN(epoch.TestLoss) ? epoch.TrainLoss : epoch.TestLoss;
                if (loss < best * (1 - Threshold))
                {
                    best = loss;
                    waited = 0;
                }
                else if (++waited > Patience)
                {
                    factor *= Drop;
                    waited = 0;
                }
            }

            return factor;
        }

        public override string ToString() => FormattableString.Invariant($"times {Drop} after {Patience} epochs without gain");
    }

    private sealed record WarmUpSchedule(Schedule Then, double Epochs, double From) : Schedule
    {
        public override double Factor(Position at) =>
            at.Epoch < Epochs ? Then.Factor(at) * (From + (1 - From) * at.Epoch / Epochs) : Then.Factor(at);

        public override string ToString() => FormattableString.Invariant($"{Then}, warm-up of {Epochs} epochs");
    }

    private sealed record WarmUpUntilSchedule(Schedule Then, double Error, double Low, int Window) : Schedule
    {
        public override double Factor(Position at)
        {
            var steps = at.History.Steps;
            return IsWarm(at, steps) ? Then.Factor(at) : Low * Then.Factor(at);
        }

        // Once warm, always warm: the step before this one then ran at more than the low rate.
        private bool IsWarm(Position at, IReadOnlyList<StepMetrics> steps)
        {
            if (steps.Count < Window)
            {
                return false;
            }

            var previous = at with { Step = at.Step - 1 };
            return steps[^1].RateFactor > Low * Then.Factor(previous) * (1 + 1e-9)
                || steps.Skip(steps.Count - Window).Average(s => 1 - s.Top1) < Error;
        }

        public override string ToString() => FormattableString.Invariant($"{Then}, at {Low} of it until training error is below {Error}");
    }

    private static double HalfCosine(double t) => (1 + Math.Cos(Math.PI * Math.Clamp(t, 0, 1))) / 2;
}
