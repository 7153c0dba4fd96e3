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
                /// The rate follows half a cosine from the initial rate to eta_min within T_max epochs, and back (I. Loshchilov and
                /// F. Hutter, 2017, "SGDR: stochastic gradient descent with warm restarts").
                /// </summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _T_max;
                    private readonly double _eta_min;

                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _T_max = T_max;
                        _eta_min = eta_min;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        if (_last_epoch == 0)
                        {
                            return Rates();
                        }

                        // At the lowest point the ratio of two neighbouring rates is undefined.
                        if ((_last_epoch - 1 - _T_max) % (2 * _T_max) == 0)
                        {
                            var rise = (1 - Math.Cos(Math.PI / _T_max)) / 2;
                            return Rates().Select((rate, i) => rate + (_base_lrs[i] - _eta_min) * rise);
                        }

                        var ratio = (1 + Math.Cos(Math.PI * _last_epoch / _T_max)) / (1 + Math.Cos(Math.PI * (_last_epoch - 1) / _T_max));
                        return Rates().Select(rate => ratio * (rate - _eta_min) + _eta_min);
                    }

                    protected override IEnumerable<double> get_closed_form_lr()
                        => _base_lrs.Select(rate => _eta_min + (rate - _eta_min) * (1 + Math.Cos(Math.PI * _last_epoch / _T_max)) / 2);
                }
            }
        }
    }
}
