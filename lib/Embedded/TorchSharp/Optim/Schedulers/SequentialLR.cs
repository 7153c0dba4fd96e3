namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>One schedule after the other: the next takes over at each milestone.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch + 1, false)
                    {
                        _schedulers = [.. schedulers];
                        _milestones = [.. milestones];
                        if (_schedulers.Any(scheduler => scheduler._optimizer != optimizer))
                        {
                            throw new ArgumentException("The SequentialLR scheduler expects all its sub-schedulers to be bound to the same optimizer.");
                        }

                        if (_milestones.Length != _schedulers.Length - 1)
                        {
                            throw new ArgumentException($"Received {_schedulers.Length} schedulers and {_milestones.Length} milestones. The SequentialLR scheduler expects the number of schedulers to be one more than the number of milestones.");
                        }

                        // The constructors of the schedules have stepped already: that is undone, then the first one starts.
                        foreach (var group in optimizer.ParamGroups)
                        {
                            group.LearningRate = group.InitialLearningRate;
                        }

                        foreach (var scheduler in _schedulers)
                        {
                            scheduler._last_epoch--;
                        }

                        _schedulers[0].step();
                        _last_lrs = [.. Rates()];
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var current = _milestones.Count(milestone => milestone <= _last_epoch);
                        if (current > 0 && _milestones[current - 1] == _last_epoch)
                        {
                            _schedulers[current].step(0);
                        }
                        else
                        {
                            _schedulers[current].step();
                        }

                        return Rates();
                    }
                }
            }
        }
    }
}
