namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>
                /// The rate rises to its maximum and then falls far below its start (L. Smith and N. Topin, 2019, "Super-convergence"),
                /// momentum (or Adam's first beta) the other way.
                /// </summary>
                public class OneCycleLR : LRScheduler
                {
                    /// <summary>The curve between two rates.</summary>
                    public enum AnnealStrategy
                    {
                        Cos,
                        Linear,
                    }

                    // From one rate and momentum to another, up to a step.
                    private readonly record struct Phase(double EndStep, double[] StartRate, double[] EndRate, double[] StartMomentum, double[] EndMomentum);

                    private readonly int _total_steps;
                    private readonly bool _cycle_momentum;
                    private readonly AnnealStrategy _strategy;
                    private readonly Phase[] _phases;

                    public OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, ForEachGroup(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum, ForEachGroup(optimizer, base_momentum), ForEachGroup(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    public OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (cycle_momentum && optimizer is not (IMomentum or IBetas))
                        {
                            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                        }

                        if (pct_start is not (>= 0 and <= 1))
                        {
                            throw new ArgumentException($"Expected float between 0 and 1 for pct_start, but got {pct_start}");
                        }

                        _total_steps = TotalSteps(total_steps, epochs, steps_per_epoch);
                        _cycle_momentum = cycle_momentum;
                        _strategy = anneal_strategy;
                        double[] highest = [.. max_lr];
                        double[] first = [.. highest.Select(rate => rate / div_factor)];
                        double[] last = [.. first.Select(rate => rate / final_div_factor)];
                        double[] low = [.. base_momentum ?? ForEachGroup(optimizer, 0.85)];
                        double[] high = [.. max_momentum ?? ForEachGroup(optimizer, 0.95)];
                        var up = pct_start * _total_steps - 1;
                        _phases = three_phase
                            ? [new(up, first, highest, high, low), new(2 * pct_start * _total_steps - 2, highest, first, low, high), new(_total_steps - 1, first, last, high, high)]
                            : [new(up, first, highest, high, low), new(_total_steps - 1, highest, last, low, high)];
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch > _total_steps)
                        {
                            throw new InvalidOperationException($"Tried to step {_last_epoch + 1} times. The specified number of total steps is {_total_steps}");
                        }

                        var current = 0;
                        while (current < _phases.Length - 1 && _last_epoch > _phases[current].EndStep)
                        {
                            current++;
                        }

                        var phase = _phases[current];
                        var start = current == 0 ? 0 : _phases[current - 1].EndStep;
                        var done = (_last_epoch - start) / (phase.EndStep - start);
                        var i = 0;
                        foreach (var group in _optimizer.ParamGroups)
                        {
                            if (_cycle_momentum)
                            {
                                var momentum = Between(phase.StartMomentum[i], phase.EndMomentum[i], done);
                                if (group is IBetas adam)
                                {
                                    adam.Betas = (momentum, adam.Betas.Item2);
                                }
                                else if (group is IMomentum sgd)
                                {
                                    sgd.Momentum = momentum;
                                }
                            }

                            yield return Between(phase.StartRate[i], phase.EndRate[i], done);
                            i++;
                        }
                    }

                    private static int TotalSteps(int total_steps, int epochs, int steps_per_epoch)
                        => (total_steps, epochs, steps_per_epoch) switch
                        {
                            (-1, -1, -1) => throw new ArgumentException("You must define either total_steps OR (epochs AND steps_per_epoch)"),
                            (not -1, _, _) => total_steps > 0 ? total_steps : throw new ArgumentException($"Expected positive integer total_steps, but got {total_steps}"),
                            (_, <= 0, _) => throw new ArgumentException($"Expected positive integer epochs, but got {epochs}"),
                            (_, _, <= 0) => throw new ArgumentException($"Expected positive integer steps_per_epoch, but got {steps_per_epoch}"),
                            _ => epochs * steps_per_epoch,
                        };

                    private double Between(double start, double end, double done)
                        => _strategy == AnnealStrategy.Cos
                            ? end + (start - end) / 2 * (Math.Cos(Math.PI * done) + 1)
                            : (end - start) * done + start;
                }
            }
        }
    }
}
