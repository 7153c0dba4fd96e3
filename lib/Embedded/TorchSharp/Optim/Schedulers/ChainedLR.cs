namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>Several schedules at once, each changing what the one before it left.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    public ChainedLR(IEnumerable<LRScheduler> schedulers) => _schedulers = [.. schedulers];

                    public override void step()
                    {
                        foreach (var scheduler in _schedulers)
                        {
                            scheduler.step();
                        }

                        _last_lrs = [.. _schedulers[^1].get_last_lr()];
                    }
                }
            }
        }
    }
}
