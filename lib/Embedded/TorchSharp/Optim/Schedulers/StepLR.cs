namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate falls by a factor every step_size epochs.</summary>
                public class StepLR : LRScheduler
                {
                    private readonly int _step_size;
                    private readonly double _gamma;

                    public StepLR(Optimizer optimizer, int step_size, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (step_size <= 0)
                        {
                            throw new ArgumentException($"StepLR needs a positive step_size, but got {step_size}.", nameof(step_size));
                        }

                        _step_size = step_size;
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                        => _last_epoch == 0 || _last_epoch % _step_size != 0 ? Rates() : Rates().Select(rate => rate * _gamma);

                    protected override IEnumerable<double> get_closed_form_lr()
                        => _base_lrs.Select(rate => rate * Math.Pow(_gamma, _last_epoch / _step_size));
                }
            }
        }
    }
}
