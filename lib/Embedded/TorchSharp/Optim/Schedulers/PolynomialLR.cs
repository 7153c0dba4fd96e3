namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate falls to 0 within total_iters epochs as a power of what remains.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly double _total_iters;
                    private readonly double _power;

                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _total_iters = total_iters;
                        _power = power;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0 || _last_epoch > _total_iters)
                        {
                            return Rates();
                        }

                        var factor = Math.Pow((1 - _last_epoch / _total_iters) / (1 - (_last_epoch - 1) / _total_iters), _power);
                        return Rates().Select(rate => rate * factor);
                    }

                    protected override IEnumerable<double> get_closed_form_lr()
                        => _base_lrs.Select(rate => rate * Math.Pow(1 - Math.Min(_total_iters, _last_epoch) / _total_iters, _power));
                }
            }
        }
    }
}
