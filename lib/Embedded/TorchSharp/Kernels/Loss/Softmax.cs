using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Gemm;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Loss;

/// <summary>
/// Softmax and its logarithm along the middle dimension of [outer, size, inner]. The largest element is subtracted
/// first, so nothing overflows: log softmax(x)[i] = (x[i] - max) - log(sum exp(x[j] - max)). Sums are collected in double.
/// Where inner is 1 a register holds neighbours along the dimension (here), else neighbours across it (<see cref="SoftmaxColumns"/>).
/// </summary>
internal static unsafe class Softmax
{
    /// <summary>A row of minus infinities has no finite largest element: the result is NaN, as in PyTorch.</summary>
    public static void Forward<T>(bool log, long outer, long size, long inner, T* x, T* y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (inner == 1) WorkerTeam.For(outer, Grain(size), new ForwardRows<T>(log, size, x, y));
        else SoftmaxColumns.Forward(log, outer, size, inner, x, y);
    }

    /// <summary>From the output y: dx = y (dy - sum(dy y)), or for the logarithm dx = dy - exp(y) sum(dy).</summary>
    public static void Backward<T>(bool log, long outer, long size, long inner, T* y, T* dy, T* dx) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (inner == 1) WorkerTeam.For(outer, Grain(size), new BackwardRows<T>(log, size, y, dy, dx));
        else SoftmaxColumns.Backward(log, outer, size, inner, y, dy, dx);
    }

    /// <summary>The gradient of one register's elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Gradient<T>(bool log, Vector<T> y, Vector<T> dy, Vector<T> sum) where T : unmanaged =>
        log ? dy - Decay(y) * sum : y * (dy - sum);

    /// <summary>e^x of numbers of at most zero, to the bits of <see cref="Exp"/>: 2^k in one factor where no result is subnormal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Decay<T>(Vector<T> x) where T : unmanaged
    {
        if (typeof(T) != typeof(float) || Vector.LessThanAny(x, VectorMath.Number<T>(-87))) return new Exp().Of(x);
        var y = Exponential.Reduce(x.As<T, float>(), out var k) + Vector<float>.One;
        return (y * Exponential.Power(k)).As<float, T>();
    }

    // What a register of elements brings to the sum of the gradient's formula.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Share<T>(bool log, T* y, T* dy) where T : unmanaged => log ? Vector.Load(dy) : Vector.Load(dy) * Vector.Load(y);

    private static long Grain(long size) => Math.Max(1, 4096 / Math.Max(1, size));

    // Whole registers are read at the end of a row too; the lanes behind it are left out of sums and not stored.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> First<T>(Vector<T> v, long lanes) where T : unmanaged, INumber<T> => lanes >= Vector<T>.Count ? v
        : Vector.ConditionalSelect(Vector.LessThan(Vector<T>.Indices, new Vector<T>(T.CreateTruncating(lanes))), v, Vector<T>.Zero);

    private readonly struct ForwardRows<T>(bool log, long size, T* x, T* y) : IRangeBody where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(long from, long to)
        {
            for (var r = from; r < to; r++) Row(x + r * size, y + r * size);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Row(T* px, T* py)
        {
            var w = Vector<T>.Count;
            var max = new Vector<T>(Largest(px));
            Vector<double> low = default, high = default;
            long i = 0;
            for (; i + 2 * w <= size; i += 2 * w)
            {
                Vector<T> e0 = Decay(Vector.Load(px + i) - max), e1 = Decay(Vector.Load(px + i + w) - max);
                // This pass reads from L1, so memory is free to bring the next row.
                Ahead.Line(px + i + size);
                if (!log)
                {
                    e0.Store(py + i);
                    e1.Store(py + i + w);
                }
                DoubleLanes.Add(e0 + e1, ref low, ref high);
            }
            for (; i < size; i += w)
            {
                var e = Decay(Vector.Load(px + i) - max);
                if (!log) Rows.StoreUpTo(e, py + i, py + size);
                DoubleLanes.Add(First(e, size - i), ref low, ref high);
            }
            var total = Vector.Sum(low + high);
            if (log) Shift(px, py, max, new Vector<T>(T.CreateTruncating(Math.Log(total))));
            else Scale(py, new Vector<T>(T.CreateTruncating(1 / total)));
        }

        // Where there is a NaN this may be any of the others: the row is NaN by its sum.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private T Largest(T* px)
        {
            var w = Vector<T>.Count;
            var max = T.NegativeInfinity;
            long i = 0;
            if (size >= w)
            {
                var a = Vector.Load(px);
                Vector<T> b = a, c = a, d = a;
                for (; i + 4 * w <= size; i += 4 * w)
                {
                    a = Vector.MaxNative(a, Vector.Load(px + i));
                    b = Vector.MaxNative(b, Vector.Load(px + i + w));
                    c = Vector.MaxNative(c, Vector.Load(px + i + 2 * w));
                    d = Vector.MaxNative(d, Vector.Load(px + i + 3 * w));
                }
                for (; i + w <= size; i += w) a = Vector.MaxNative(a, Vector.Load(px + i));
                a = Vector.MaxNative(Vector.MaxNative(a, b), Vector.MaxNative(c, d));
                for (var lane = 0; lane < w; lane++) max = T.MaxNative(max, a[lane]);
            }
            for (; i < size; i++) max = T.MaxNative(max, px[i]);
            return max;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Shift(T* px, T* py, Vector<T> max, Vector<T> shift)
        {
            long i = 0;
            for (; i + Vector<T>.Count <= size; i += Vector<T>.Count) (Vector.Load(px + i) - max - shift).Store(py + i);
            if (i < size) Rows.StoreUpTo(Vector.Load(px + i) - max - shift, py + i, py + size);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Scale(T* py, Vector<T> factor)
        {
            long i = 0;
            for (; i + Vector<T>.Count <= size; i += Vector<T>.Count) (Vector.Load(py + i) * factor).Store(py + i);
            if (i < size) Rows.StoreUpTo(Vector.Load(py + i) * factor, py + i, py + size);
        }
    }

    private readonly struct BackwardRows<T>(bool log, long size, T* y, T* dy, T* dx) : IRangeBody where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(long from, long to)
        {
            for (var r = from; r < to; r++) Row(y + r * size, dy + r * size, dx + r * size);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Row(T* py, T* pg, T* pd)
        {
            var w = Vector<T>.Count;
            Vector<double> low = default, high = default;
            long i = 0;
            for (; i + 2 * w <= size; i += 2 * w)
                DoubleLanes.Add(Share(log, py + i, pg + i) + Share(log, py + i + w, pg + i + w), ref low, ref high);
            for (; i < size; i += w) DoubleLanes.Add(First(Share(log, py + i, pg + i), size - i), ref low, ref high);
            var total = new Vector<T>(T.CreateTruncating(Vector.Sum(low + high)));
            for (i = 0; i + w <= size; i += w) Gradient(log, Vector.Load(py + i), Vector.Load(pg + i), total).Store(pd + i);
            if (i < size) Rows.StoreUpTo(Gradient(log, Vector.Load(py + i), Vector.Load(pg + i), total), pd + i, pd + size);
        }
    }
}
