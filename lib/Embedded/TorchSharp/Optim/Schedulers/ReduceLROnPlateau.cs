namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate falls by a factor when a measure has not improved for more than patience epochs.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _smallerIsBetter;
                    private readonly bool _relative;
                    private readonly double _factor;
                    private readonly double _threshold;
                    private readonly double _eps;
                    private readonly int _patience;
                    private readonly int _cooldown;
                    private readonly double[] _smallest;
                    private double _best;
                    private int _waited;
                    private int _resting;

                    public ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel", int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (factor >= 1)
                        {
                            throw new ArgumentException("Factor should be < 1.0");
                        }

                        if (mode is not ("min" or "max"))
                        {
                            throw new ArgumentException($"mode {mode} is unknown!");
                        }

                        if (threshold_mode is not ("rel" or "abs"))
                        {
                            throw new ArgumentException($"threshold mode {threshold_mode} is unknown!");
                        }

                        _smallerIsBetter = mode == "min";
                        _relative = threshold_mode == "rel";
                        _factor = factor;
                        _patience = patience;
                        _threshold = threshold;
                        _cooldown = cooldown;
                        _eps = eps;
                        _best = _smallerIsBetter ? double.PositiveInfinity : double.NegativeInfinity;
                        _smallest = min_lr switch
                        {
                            null or [] => new double[_base_lrs.Count],
                            [var same] => [.. Enumerable.Repeat(same, _base_lrs.Count)],
                            _ => [.. min_lr],
                        };
                    }

                    /// <summary>Takes the measure of an epoch.</summary>
                    public override void step(double current, int? epoch = null)
                    {
                        _last_epoch = epoch ?? _last_epoch + 1;
                        if (IsBetter(current))
                        {
                            _best = current;
                            _waited = 0;
                        }
                        else
                        {
                            _waited++;
                        }

                        if (_resting > 0)
                        {
                            _resting--;
                            _waited = 0;
                        }

                        if (_waited > _patience)
                        {
                            Reduce();
                            _resting = _cooldown;
                            _waited = 0;
                        }

                        _last_lrs = [.. Rates()];
                    }

                    public override void step()
                        => throw new InvalidOperationException("step() should not be used with the ReduceLROnPlateau scheduler. Use step(double, int?), instead.");

                    public override void step(int? epoch)
                        => throw new InvalidOperationException("step(int?) should not be used with the ReduceLROnPlateau scheduler. Use step(double, int?), instead.");

                    private bool IsBetter(double current)
                        => (_smallerIsBetter, _relative) switch
                        {
                            (true, true) => current < _best * (1 - _threshold),
                            (true, false) => current < _best - _threshold,
                            (false, true) => current > _best * (1 + _threshold),
                            (false, false) => current > _best + _threshold,
                        };

                    private void Reduce()
                    {
                        var i = 0;
                        foreach (var group in _optimizer.ParamGroups)
                        {
                            var rate = Math.Max(group.LearningRate * _factor, _smallest[i]);
                            if (group.LearningRate - rate > _eps)
                            {
                                group.LearningRate = rate;
                                if (_verbose)
                                {
                                    Console.WriteLine(FormattableString.Invariant($"Epoch {_last_epoch}: reducing learning rate of group {i} to {rate:g4}."));
                                }
                            }

                            i++;
                        }
                    }
                }
            }
        }
    }
}
