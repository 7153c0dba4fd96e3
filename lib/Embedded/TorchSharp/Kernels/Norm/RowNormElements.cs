using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Norm;

/// <summary>
/// <see cref="RowNorm"/> where each element of a row has a parameter of its own. The gradients of the parameters are sums
/// down the columns: collected in T over few rows, and in double over these parts.
/// </summary>
internal static unsafe class RowNormElements
{
    /// <summary>y = weight (x - m) s + bias over one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Affine<T>(T* x, T* y, long n, T m, T s, T* weight, T* bias) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> vm = new(m), vs = new(s);
        long i = 0;
        for (; i + Vector<T>.Count <= n; i += Vector<T>.Count)
        {
            var h = (Vector.Load(x + i) - vm) * vs;
            if (weight is not null) h *= Vector.Load(weight + i);
            if (bias is not null) h += Vector.Load(bias + i);
            h.Store(y + i);
        }
        for (; i < n; i++) y[i] = (x[i] - m) * s * (weight is null ? T.One : weight[i]) + (bias is null ? T.Zero : bias[i]);
    }

    public static void Backward<T>(RowNorm shape, T* x, T* dy, T* weight, T* mean, T* invStd, T* dx, T* dweight, T* dbias) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var n = shape.Parameters;
        var rows = Math.Clamp(32768 / Math.Max(1, shape.Channels), 8, 256);
        var parts = (shape.Rows + rows - 1) / rows;
        using var partial = new Scratch<T>(parts * 2 * n);
        WorkerTeam.For(shape.Rows, rows, new RowsBody<T>(shape, x, dy, weight, mean, invStd, dx, rows, partial.Pointer));
        if (dweight is not null) WorkerTeam.For(n, 256, new ColumnsBody<T>(partial.Pointer, parts, 2 * n, dweight));
        if (dbias is not null) WorkerTeam.For(n, 256, new ColumnsBody<T>(partial.Pointer + n, parts, 2 * n, dbias));
    }

    private readonly struct RowsBody<T>(RowNorm shape, T* x, T* dy, T* weight, T* mean, T* invStd, T* dx, long rows, T* partial) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var (n, length) = (shape.Parameters, shape.Channels);
            var part = partial + from / rows * 2 * n;
            Rows.Clear(part, 2 * n);
            for (var r = from; r < to; r++)
            {
                var first = r % shape.Groups * length;
                T* px = x + r * length, pg = dy + r * length, pw = weight is null ? null : weight + first;
                var (sum, dot) = Sums(px, pg, pw, part + first, part + n + first, length, mean[r], invStd[r]);
                if (dx is null) continue;
                var inverse = double.CreateTruncating(invStd[r]);
                Combine(px, pg, pw, dx + r * length, length, mean[r], invStd[r],
                    T.CreateTruncating(-inverse * inverse * dot / length), T.CreateTruncating(-inverse * sum / length));
            }
        }

        // dweight += dy h and dbias += dy; the sums of weight dy and of weight dy h.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static (double Sum, double Dot) Sums(T* x, T* dy, T* weight, T* dweight, T* dbias, long n, T m, T s)
        {
            Vector<T> vm = new(m), vs = new(s);
            Vector<double> sumLow = default, sumHigh = default, dotLow = default, dotHigh = default;
            long i = 0;
            for (; i + Vector<T>.Count <= n; i += Vector<T>.Count)
            {
                var g = Vector.Load(dy + i);
                var gh = g * ((Vector.Load(x + i) - vm) * vs);
                (Vector.Load(dweight + i) + gh).Store(dweight + i);
                (Vector.Load(dbias + i) + g).Store(dbias + i);
                if (weight is not null)
                {
                    var w = Vector.Load(weight + i);
                    g *= w;
                    gh *= w;
                }
                DoubleLanes.Add(g, ref sumLow, ref sumHigh);
                DoubleLanes.Add(gh, ref dotLow, ref dotHigh);
            }
            double restSum = 0, restDot = 0;
            for (; i < n; i++)
            {
                T g = dy[i], gh = g * ((x[i] - m) * s);
                dweight[i] += gh;
                dbias[i] += g;
                var w = weight is null ? T.One : weight[i];
                restSum += double.CreateTruncating(w * g);
                restDot += double.CreateTruncating(w * gh);
            }
            return (Vector.Sum(sumLow + sumHigh) + restSum, Vector.Sum(dotLow + dotHigh) + restDot);
        }

        // dx = s weight dy + b (x - m) + c
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private static void Combine(T* x, T* dy, T* weight, T* dx, long n, T m, T s, T b, T c)
        {
            Vector<T> vm = new(m), vs = new(s), vb = new(b), vc = new(c);
            long i = 0;
            for (; i + Vector<T>.Count <= n; i += Vector<T>.Count)
            {
                var g = Vector.Load(dy + i) * vs;
                if (weight is not null) g *= Vector.Load(weight + i);
                (g + ((Vector.Load(x + i) - vm) * vb + vc)).Store(dx + i);
            }
            for (; i < n; i++) dx[i] = dy[i] * s * (weight is null ? T.One : weight[i]) + ((x[i] - m) * b + c);
        }
    }

    private readonly struct ColumnsBody<T>(T* parts, long count, long pitch, T* sums) : IRangeBody where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            for (var i = from; i < to; i += Vector<T>.Count)
            {
                var sum = default(DoubleLanes<T>);
                for (long p = 0; p < count; p++) sum.Add(Vector.Load(parts + p * pitch + i));
                for (var lane = 0; lane < Math.Min(Vector<T>.Count, to - i); lane++) sums[i + lane] = T.CreateTruncating(sum[lane]);
            }
        }
    }
}
