namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate falls by a factor at each milestone (once, where one is listed twice).</summary>
                public class MultiStepLR : LRScheduler
                {
                    private readonly int[] _milestones;
                    private readonly double _gamma;

                    public MultiStepLR(Optimizer optimizer, IList<int> milestones, double gamma = 0.1, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _milestones = [.. milestones.Distinct().Order()];
                        _gamma = gamma;
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                        => _milestones.Contains(_last_epoch) ? Rates().Select(rate => rate * _gamma) : Rates();

                    protected override IEnumerable<double> get_closed_form_lr()
                        => _base_lrs.Select(rate => rate * Math.Pow(_gamma, _milestones.Count(milestone => milestone <= _last_epoch)));
                }
            }
        }
    }
}
