// The fused multiply-adds that this machine does per second in registers, all cores together: the roof of every row.

using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Course.Bench;

internal static class PeakRate
{
    private const double Seconds = 0.5;
    private const int Steps = 8_000_000;
    private const int Chains = 10;

    /// <summary>Billions of single-precision operations per second with the given number of threads.</summary>
    public static double Measure(int threads)
    {
        var best = 0.0;
        var total = Stopwatch.StartNew();
        while (total.Elapsed.TotalSeconds < Seconds)
        {
            var clock = Stopwatch.StartNew();
            var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() => Sink = Chain())).ToArray();
            foreach (var worker in workers) worker.Start();
            foreach (var worker in workers) worker.Join();
            best = Math.Max(best, 2.0 * Lanes * Chains * Steps * threads / clock.Elapsed.TotalSeconds / 1e9);
        }
        return best;
    }

    private static float Sink { get; set; }

    private static int Lanes => Vector512.IsHardwareAccelerated ? 16 : Vector256.IsHardwareAccelerated ? 8 : 4;

    private static float Chain() => Vector512.IsHardwareAccelerated ? Vector512.Sum(Chain<Vector512<float>, Wide>(Vector512.Create(0.999f), Vector512.Create(1e-3f)))
        : Vector256.IsHardwareAccelerated ? Vector256.Sum(Chain<Vector256<float>, Middle>(Vector256.Create(0.999f), Vector256.Create(1e-3f)))
        : Vector128.Sum(Chain<Vector128<float>, Narrow>(Vector128.Create(0.999f), Vector128.Create(1e-3f)));

    // Ten independent chains hide the latency of a multiply-add on every current core.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TV Chain<TV, TWidth>(TV x, TV y) where TWidth : IWidth<TV>
    {
        TV a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x;
        for (var s = 0; s < Steps; s++)
        {
            a = TWidth.Step(a, x, y);
            b = TWidth.Step(b, x, y);
            c = TWidth.Step(c, x, y);
            d = TWidth.Step(d, x, y);
            e = TWidth.Step(e, x, y);
            f = TWidth.Step(f, x, y);
            g = TWidth.Step(g, x, y);
            h = TWidth.Step(h, x, y);
            i = TWidth.Step(i, x, y);
            j = TWidth.Step(j, x, y);
        }
        // All chains have to be used, or the compiler drops them.
        return TWidth.Step(TWidth.Step(TWidth.Step(a, b, c), TWidth.Step(d, e, f), TWidth.Step(g, h, i)), j, x);
    }

    private interface IWidth<TV>
    {
        static abstract TV Step(TV a, TV x, TV y);
    }

    private readonly struct Wide : IWidth<Vector512<float>>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Step(Vector512<float> a, Vector512<float> x, Vector512<float> y) => Vector512.MultiplyAddEstimate(a, x, y);
    }

    private readonly struct Middle : IWidth<Vector256<float>>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<float> Step(Vector256<float> a, Vector256<float> x, Vector256<float> y) => Vector256.MultiplyAddEstimate(a, x, y);
    }

    private readonly struct Narrow : IWidth<Vector128<float>>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector128<float> Step(Vector128<float> a, Vector128<float> x, Vector128<float> y) => Vector128.MultiplyAddEstimate(a, x, y);
    }
}
