// Measures rows: warm up, then calls until there are enough of them.

using System.Diagnostics;

namespace Course.Bench;

internal static class BenchRunner
{
    private const double WarmUp = 0.5;
    private const double Seconds = 1.5;
    private const int FewestCalls = 3;
    private const int MostCalls = 200;

    /// <summary>Measures one row against a peak in billions of operations per second.</summary>
    public static BenchResult Measure(BenchRow row, double peak, CancellationToken token)
    {
        var call = row.Prepare();
        var total = Stopwatch.StartNew();
        // The second call runs what the first one made the JIT compile again.
        for (var i = 0; i < 2 || total.Elapsed.TotalSeconds < WarmUp; i++)
        {
            token.ThrowIfCancellationRequested();
            call();
        }
        var times = new List<double>();
        var allocated = long.MaxValue;
        total.Restart();
        while (times.Count < FewestCalls || (total.Elapsed.TotalSeconds < Seconds && times.Count < MostCalls))
        {
            token.ThrowIfCancellationRequested();
            var before = GC.GetTotalAllocatedBytes();
            var clock = Stopwatch.StartNew();
            call();
            times.Add(clock.Elapsed.TotalMilliseconds);
            allocated = Math.Min(allocated, GC.GetTotalAllocatedBytes() - before);
        }
        times.Sort();
        var median = times[times.Count / 2];
        var rate = row.Flops / median / 1e6;
        return new BenchResult(row.Name, median, times[0], rate, rate / peak, allocated);
    }
}
