using System.Numerics;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Pool;

/// <summary>
/// Pooling to a given size: output row o covers input rows floor(o H / OH) up to ceil((o + 1) H / OH), so windows may
/// overlap and differ in size.
/// </summary>
internal static unsafe class AdaptivePool
{
    public static void Average<T>(long planes, long h, long w, long oh, long ow, T* input, T* output) where T : unmanaged, INumber<T> =>
        WorkerTeam.For(planes, Grain(h, w), new AverageBody<T>(h, w, oh, ow, input, output));

    public static void AverageBackward<T>(long planes, long h, long w, long oh, long ow, T* outputGrad, T* inputGrad)
        where T : unmanaged, INumber<T> =>
        WorkerTeam.For(planes, Grain(h, w), new AverageBackwardBody<T>(h, w, oh, ow, outputGrad, inputGrad));

    public static void Max<T>(long planes, long h, long w, long oh, long ow, T* input, T* output, long* indices)
        where T : unmanaged, INumber<T> =>
        WorkerTeam.For(planes, Grain(h, w), new MaxBody<T>(h, w, oh, ow, input, output, indices));

    private static long Grain(long h, long w) => Math.Max(1, 16384 / Math.Max(1, h * w));

    private static long First(long o, long size, long outputs) => o * size / outputs;

    private static long End(long o, long size, long outputs) => ((o + 1) * size + outputs - 1) / outputs;

    private readonly struct AverageBody<T>(long h, long w, long oh, long ow, T* input, T* output) : IRangeBody where T : unmanaged, INumber<T>
    {
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
            {
                var map = input + p * h * w;
                var y = output + p * oh * ow;
                for (long oy = 0; oy < oh; oy++)
                {
                    long y0 = First(oy, h, oh), y1 = End(oy, h, oh);
                    for (long ox = 0; ox < ow; ox++)
                    {
                        long x0 = First(ox, w, ow), x1 = End(ox, w, ow);
                        var sum = T.Zero;
                        for (var iy = y0; iy < y1; iy++)
                            for (var ix = x0; ix < x1; ix++)
                                sum += map[iy * w + ix];
                        *y++ = sum / T.CreateTruncating((y1 - y0) * (x1 - x0));
                    }
                }
            }
        }
    }

    private readonly struct AverageBackwardBody<T>(long h, long w, long oh, long ow, T* outputGrad, T* inputGrad) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
            {
                var map = inputGrad + p * h * w;
                var grad = outputGrad + p * oh * ow;
                Rows.Clear(map, h * w);
                for (long oy = 0; oy < oh; oy++)
                {
                    long y0 = First(oy, h, oh), y1 = End(oy, h, oh);
                    for (long ox = 0; ox < ow; ox++)
                    {
                        long x0 = First(ox, w, ow), x1 = End(ox, w, ow);
                        var share = *grad++ / T.CreateTruncating((y1 - y0) * (x1 - x0));
                        for (var iy = y0; iy < y1; iy++)
                            for (var ix = x0; ix < x1; ix++)
                                map[iy * w + ix] += share;
                    }
                }
            }
        }
    }

    private readonly struct MaxBody<T>(long h, long w, long oh, long ow, T* input, T* output, long* indices) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
            {
                var map = input + p * h * w;
                var y = output + p * oh * ow;
                var at = indices + p * oh * ow;
                for (long oy = 0; oy < oh; oy++)
                    for (long ox = 0; ox < ow; ox++)
                    {
                        long y0 = First(oy, h, oh), y1 = End(oy, h, oh), x0 = First(ox, w, ow), x1 = End(ox, w, ow);
                        var which = y0 * w + x0;
                        var best = map[which];
                        for (var iy = y0; iy < y1; iy++)
                            for (var ix = x0; ix < x1; ix++)
                            {
                                var v = map[iy * w + ix];
                                if (!(v > best) && !T.IsNaN(v)) continue;
                                best = v;
                                which = iy * w + ix;
                            }
                        *y++ = best;
                        *at++ = which;
                    }
            }
        }
    }
}
