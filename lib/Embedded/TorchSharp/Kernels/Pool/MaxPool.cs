using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Pool;

/// <summary>
/// The largest element of each window and its flat index within the plane. Of equal elements the first wins, a NaN wins
/// over everything, padding never takes part.
/// </summary>
internal static unsafe class MaxPool
{
    /// <param name="s">The sizes.</param>
    /// <param name="input">Planes [H, W].</param>
    /// <param name="output">Planes [OH, OW].</param>
    /// <param name="indices">Planes [OH, OW], or null where nobody asks where the maxima were.</param>
    public static void Forward<T>(PoolShape s, T* input, T* output, long* indices) where T : unmanaged, INumber<T> =>
        WorkerTeam.For(s.Planes, Math.Max(1, 16384 / Math.Max(1, s.H * s.W)), new ForwardBody<T>(s, input, output, indices));

    /// <summary>inputGrad, overwritten, gets each output gradient at the index of its window's maximum.</summary>
    public static void Backward<T>(long planes, long inputSize, long outputSize, T* outputGrad, long* indices, T* inputGrad)
        where T : unmanaged, INumber<T> =>
        WorkerTeam.For(planes, Math.Max(1, 16384 / Math.Max(1, inputSize)), new BackwardBody<T>(inputSize, outputSize, outputGrad, indices, inputGrad));

    private readonly struct ForwardBody<T>(PoolShape s, T* input, T* output, long* indices) : IRangeBody where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var inside = s.PH == 0 && s.PW == 0 && s.DH == 1 && s.DW == 1 && s.KH == 2 && s.KW == 2
                && (s.OH - 1) * s.SH + 2 <= s.H && (s.OW - 1) * s.SW + 2 <= s.W;
            if (typeof(T) == typeof(float) && indices is null && PairMaxPool.Fits(s))
            {
                PairMaxPool.Run(s, to - from, (float*)input + from * s.H * s.W, (float*)output + from * s.OH * s.OW);
                return;
            }
            if (typeof(T) == typeof(float) && VectorMaxPool.Fits(s))
            {
                VectorMaxPool.Run(s, to - from, (float*)input + from * s.H * s.W, (float*)output + from * s.OH * s.OW, At(from));
                return;
            }
            for (var p = from; p < to; p++)
            {
                var map = input + p * s.H * s.W;
                var y = output + p * s.OH * s.OW;
                var at = At(p);
                if (inside) Two(map, y, at);
                else Windows(map, y, at);
            }
        }

        private long* At(long plane) => indices is null ? null : indices + plane * s.OH * s.OW;

        // The common 2x2 window without padding, branch-free.
        private void Two(T* map, T* y, long* at)
        {
            for (long oy = 0; oy < s.OH; oy++)
            {
                var index = oy * s.SH * s.W;
                for (long ox = 0; ox < s.OW; ox++, index += s.SW)
                {
                    var best = map[index];
                    var which = index;
                    Take(map, index + 1, ref best, ref which);
                    Take(map, index + s.W, ref best, ref which);
                    Take(map, index + s.W + 1, ref best, ref which);
                    *y++ = best;
                    if (at is not null) *at++ = which;
                }
            }
        }

        private void Windows(T* map, T* y, long* at)
        {
            for (long oy = 0; oy < s.OH; oy++)
            {
                var (y0, y1) = Span(oy, s.SH, s.PH, s.DH, s.KH, s.H);
                for (long ox = 0; ox < s.OW; ox++)
                {
                    var (x0, x1) = Span(ox, s.SW, s.PW, s.DW, s.KW, s.W);
                    var which = y0 * s.W + x0;
                    // A spread window may lie in the padding alone: libtorch names a place outside the map then.
                    var best = y0 < y1 && x0 < x1 ? map[which] : T.CreateSaturating(double.NegativeInfinity);
                    for (var iy = y0; iy < y1; iy += s.DH)
                        for (var ix = x0; ix < x1; ix += s.DW)
                            Take(map, iy * s.W + ix, ref best, ref which);
                    *y++ = best;
                    if (at is not null) *at++ = which;
                }
            }
        }

        private static void Take(T* map, long index, ref T best, ref long which)
        {
            var v = map[index];
            var better = v > best | T.IsNaN(v);
            best = better ? v : best;
            which = better ? index : which;
        }

        private static (long From, long To) Span(long o, long stride, long padding, long dilation, long kernel, long size)
        {
            var first = o * stride - padding;
            var end = Math.Min(first + (kernel - 1) * dilation + 1, size);
            while (first < 0) first += dilation;
            return (first, end);
        }
    }

    private readonly struct BackwardBody<T>(long inputSize, long outputSize, T* outputGrad, long* indices, T* inputGrad) : IRangeBody
        where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
            {
                var target = inputGrad + p * inputSize;
                Rows.Clear(target, inputSize);
                var grad = outputGrad + p * outputSize;
                var at = indices + p * outputSize;
                for (long i = 0; i < outputSize; i++)
                    if ((ulong)at[i] < (ulong)inputSize) target[at[i]] += grad[i];
            }
        }
    }
}
