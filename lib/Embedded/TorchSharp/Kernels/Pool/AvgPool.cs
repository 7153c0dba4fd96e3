using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Pool;

/// <summary>
/// The mean of each window. The divisor is the window's size within the padded input, or within the input alone
/// (count_include_pad false), or a number of the caller's.
/// </summary>
internal static unsafe class AvgPool
{
    public static void Forward<T>(PoolShape s, bool countIncludePad, long? divisor, T* input, T* output)
        where T : unmanaged, INumber<T> =>
        WorkerTeam.For(s.Planes, Grain(s), new Body<T>(s, countIncludePad, divisor, input, output, Backward: false));

    /// <summary>inputGrad, overwritten, gets each window's gradient in equal shares.</summary>
    public static void Backward<T>(PoolShape s, bool countIncludePad, long? divisor, T* outputGrad, T* inputGrad)
        where T : unmanaged, INumber<T> =>
        WorkerTeam.For(s.Planes, Grain(s), new Body<T>(s, countIncludePad, divisor, inputGrad, outputGrad, Backward: true));

    private static long Grain(PoolShape s) => Math.Max(1, 16384 / Math.Max(1, s.H * s.W));

    private readonly record struct Body<T>(PoolShape Shape, bool CountIncludePad, long? Divisor, nint In, nint Out, bool Backward) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        public Body(PoolShape shape, bool countIncludePad, long? divisor, T* input, T* output, bool Backward)
            : this(shape, countIncludePad, divisor, (nint)input, (nint)output, Backward)
        {
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var s = Shape;
            if (VectorAvgPool.Fits<T>(s))
            {
                T* x = (T*)In + from * s.H * s.W, means = (T*)Out + from * s.OH * s.OW;
                if (Backward) VectorAvgPool.Backward(s, CountIncludePad, Divisor, to - from, means, x);
                else VectorAvgPool.Forward(s, CountIncludePad, Divisor, to - from, x, means);
                return;
            }
            for (var p = from; p < to; p++)
            {
                var map = (T*)In + p * s.H * s.W;
                var y = (T*)Out + p * s.OH * s.OW;
                if (Backward) Rows.Clear(map, s.H * s.W);
                for (long oy = 0; oy < s.OH; oy++)
                {
                    long top = oy * s.SH - s.PH, bottom = Math.Min(top + s.KH, s.H + s.PH);
                    for (long ox = 0; ox < s.OW; ox++, y++)
                    {
                        long left = ox * s.SW - s.PW, right = Math.Min(left + s.KW, s.W + s.PW);
                        var padded = (bottom - top) * (right - left);
                        long y0 = Math.Max(top, 0), y1 = Math.Min(bottom, s.H), x0 = Math.Max(left, 0), x1 = Math.Min(right, s.W);
                        var count = T.CreateTruncating(Divisor ?? (CountIncludePad ? padded : (y1 - y0) * (x1 - x0)));
                        if (y0 >= y1 || x0 >= x1)
                        {
                            if (!Backward) *y = T.Zero;
                            continue;
                        }
                        if (Backward)
                        {
                            var share = *y / count;
                            for (var iy = y0; iy < y1; iy++)
                                for (var ix = x0; ix < x1; ix++)
                                    map[iy * s.W + ix] += share;
                            continue;
                        }
                        *y = WindowSum.Of(map, s.W, y0, y1, x0, x1) / count;
                    }
                }
            }
        }
    }
}
