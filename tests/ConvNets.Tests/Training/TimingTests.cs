using System.Diagnostics;
using ConvNets.Training;

namespace Tests.Training;

public class TimingTests
{
    [Fact]
    public void The_fastest_of_the_runs_counts_not_the_slow_first_one()
    {
        var (runs, first) = (0, TimeSpan.Zero);
        var fastest = Timing.FastestMilliseconds(3, () =>
        {
            var start = Stopwatch.GetTimestamp();
            for (var spin = 0; runs == 0 && spin < 2_000_000; spin++)
            {
                Thread.SpinWait(1);
            }

            first = runs == 0 ? Stopwatch.GetElapsedTime(start) : first;
            runs++;
        });
        Assert.Equal(3, runs);
        Assert.InRange(fastest, 0, first.TotalMilliseconds);
    }

    [Fact]
    public void No_run_has_no_time() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Timing.FastestMilliseconds(0, () => { }));
}
