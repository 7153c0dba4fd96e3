// Times of a piece of work on a machine that has other things to do as well.

using System.Diagnostics;

namespace ConvNets.Training;

/// <summary>Measures times.</summary>
public static class Timing
{
    /// <summary>The fastest of several runs in milliseconds: the one that was disturbed least.</summary>
    /// <param name="runs">How many runs, at least one.</param>
    /// <param name="work">The work of one run.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one run.</exception>
    public static double FastestMilliseconds(int runs, Action work)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        var fastest = TimeSpan.MaxValue;
        for (var run = 0; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            var time = Stopwatch.GetElapsedTime(start);
            fastest = time < fastest ? time : fastest;
        }

        return fastest.TotalMilliseconds;
    }
}
