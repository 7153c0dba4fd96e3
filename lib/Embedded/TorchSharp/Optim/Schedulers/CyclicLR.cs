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
                /// The rate goes up and down between two bounds (L. Smith, 2017, "Cyclical learning rates for training neural networks"),
                /// momentum the other way.
                /// </summary>
                public class CyclicLR : LRScheduler
                {
                    /// <summary>What becomes of the height from cycle to cycle.</summary>
                    public enum Mode
                    {
                        Triangular,
                        Triangular2,
                        ExpRange,
                    }

                    /// <summary>Whether the scale is a function of the cycle or of the step.</summary>
                    public enum ScaleMode
                    {
                        Cycle,
                        Iterations,
                    }

                    private readonly double _total_size;
                    private readonly double _step_ratio;
                    private readonly Func<double, double> _scale;
                    private readonly ScaleMode _scale_mode;
                    private readonly bool _cycle_momentum;
                    private readonly double[] _lowest;
                    private readonly double[] _highest;
                    private readonly double[] _base_momentum;
                    private readonly double[] _max_momentum;

                    public CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, ForEachGroup(optimizer, base_lr), ForEachGroup(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode, cycle_momentum, ForEachGroup(optimizer, base_momentum), ForEachGroup(optimizer, max_momentum), last_epoch, verbose)
                    {
                    }

                    public CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double>? scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true, IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (cycle_momentum && optimizer is not IMomentum)
                        {
                            throw new ArgumentException("optimizer must support momentum with `cycle_momentum` option enabled");
                        }

                        var down = step_size_down == -1 ? step_size_up : step_size_down;
                        _total_size = step_size_up + down;
                        _step_ratio = step_size_up / _total_size;
                        _lowest = [.. base_lr];
                        _highest = [.. max_lr];
                        _cycle_momentum = cycle_momentum;
                        _base_momentum = [.. base_momentum ?? ForEachGroup(optimizer, 0.8)];
                        _max_momentum = [.. max_momentum ?? ForEachGroup(optimizer, 0.9)];
                        (_scale, _scale_mode) = scale_fn is not null
                            ? (scale_fn, scale_mode)
                            : mode switch
                            {
                                Mode.Triangular2 => (cycle => 1 / Math.Pow(2, cycle - 1), ScaleMode.Cycle),
                                Mode.ExpRange => (iteration => Math.Pow(gamma, iteration), ScaleMode.Iterations),
                                _ => ((Func<double, double>)(_ => 1), ScaleMode.Cycle),
                            };
                        _base_lrs = _lowest;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + _last_epoch / _total_size);
                        var x = 1 + _last_epoch / _total_size - cycle;
                        var height = (x <= _step_ratio ? x / _step_ratio : (x - 1) / (_step_ratio - 1))
                            * _scale(_scale_mode == ScaleMode.Cycle ? cycle : _last_epoch);
                        var i = 0;
                        foreach (var group in _optimizer.ParamGroups)
                        {
                            if (_cycle_momentum)
                            {
                                ((IMomentum)group).Momentum = _max_momentum[i] - (_max_momentum[i] - _base_momentum[i]) * height;
                            }

                            yield return _lowest[i] + (_highest[i] - _lowest[i]) * height;
                            i++;
                        }
                    }
                }
            }
        }
    }
}
