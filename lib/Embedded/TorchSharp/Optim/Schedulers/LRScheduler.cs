namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of the learning rate.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Changes the learning rates of an optimizer, once when made and then at each step.</summary>
            public abstract class LRScheduler
            {
                internal Optimizer _optimizer = null!;
                internal int _last_epoch = -1;
                internal bool _verbose;
                internal IList<double> _last_lrs = [];
                internal IList<double> _base_lrs = [];
                protected int _step_count;

                protected LRScheduler()
                {
                }

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    _optimizer = optimizer;
                    _last_epoch = last_epoch;
                    _verbose = verbose;
                    _base_lrs = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                    _last_lrs = [.. Rates()];
                }

                /// <summary>Goes on to the next epoch.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes to an epoch, by the closed form of the schedule, or (null) on to the next.</summary>
                public virtual void step(int? epoch)
                {
                    _step_count++;
                    _last_epoch = epoch ?? _last_epoch + 1;
                    double[] rates = [.. epoch.HasValue ? get_closed_form_lr() : get_lr()];
                    var i = 0;
                    foreach (var group in _optimizer.ParamGroups)
                    {
                        group.LearningRate = rates[i];
                        if (_verbose && _last_lrs[i] != rates[i])
                        {
                            Console.WriteLine(FormattableString.Invariant($"Adjusting learning rate to {rates[i]}"));
                        }

                        i++;
                    }

                    _last_lrs = rates;
                }

                /// <summary>For schedules that watch a measure.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The learning rates set last.</summary>
                public IEnumerable<double> get_last_lr() => _last_lrs;

                protected virtual IEnumerable<double> get_lr() => Rates();

                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected IEnumerable<double> Rates() => _optimizer.ParamGroups.Select(group => group.LearningRate);

                private protected static IEnumerable<T> ForEachGroup<T>(Optimizer optimizer, T value)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    return Enumerable.Repeat(value, optimizer.ParamGroups.Count());
                }
            }
        }
    }
}
