using System.Numerics;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Norm;

/// <summary>
/// Batch normalisation of [N, C, S], one channel at a time: a channel of a CIFAR batch fits in L2, so the second pass
/// over it reads no memory (Ioffe and Szegedy, 2015, "Batch normalization: accelerating deep network training by
/// reducing internal covariate shift").
/// </summary>
internal static unsafe class BatchNorm
{
    /// <summary>Normalises with the batch's own moments and hands them out.</summary>
    /// <param name="n">Images.</param>
    /// <param name="c">Channels.</param>
    /// <param name="size">Elements of a channel of one image.</param>
    /// <param name="x">[N, C, S].</param>
    /// <param name="weight">[C] or null for ones.</param>
    /// <param name="bias">[C] or null for zeros.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="y">[N, C, S].</param>
    /// <param name="mean">[C], written.</param>
    /// <param name="invStd">[C], written: 1 / sqrt(biased variance + eps).</param>
    /// <param name="variance">[C] or null, written: the unbiased variance for the running average.</param>
    public static void ForwardTraining<T>(long n, long c, long size, T* x, T* weight, T* bias, double eps, T* y, T* mean, T* invStd, T* variance)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerTeam.For(c, 1, new TrainingBody<T>(n, c, size, x, weight, bias, eps, y, mean, invStd, variance));

    /// <summary>Normalises with given moments.</summary>
    public static void ForwardEvaluation<T>(long n, long c, long size, T* x, T* weight, T* bias, double eps, T* y, T* mean, T* variance)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerTeam.For(n * c, Math.Max(1, 16384 / Math.Max(1, size)), new EvaluationBody<T>(c, size, x, weight, bias, eps, y, mean, variance));

    /// <summary>
    /// Gradients through the batch's own moments: with h = (x - mean) invStd,
    /// dx = weight invStd (dy - mean(dy) - h mean(dy h)), dweight = sum(dy h), dbias = sum(dy).
    /// With fixed moments (<paramref name="training"/> false) the two means vanish.
    /// </summary>
    public static void Backward<T>(bool training, long n, long c, long size, T* x, T* dy, T* weight, T* mean, T* invStd, T* dx, T* dweight, T* dbias)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerTeam.For(c, 1, new BackwardBody<T>(training, n, c, size, x, dy, weight, mean, invStd, dx, dweight, dbias));

    // y = a x + b over one stretch.
    private static void Affine<T>(T* x, T* y, long size, T a, T b) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> va = new(a), vb = new(b);
        var w = Vector<T>.Count;
        long i = 0;
        for (; i + w <= size; i += w) Vector.Store(Vector.Load(x + i) * va + vb, y + i);
        for (; i < size; i++) y[i] = x[i] * a + b;
    }

    private readonly struct TrainingBody<T>(long n, long c, long size, T* x, T* weight, T* bias, double eps, T* y, T* mean, T* invStd, T* variance) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(long from, long to)
        {
            for (var k = from; k < to; k++)
            {
                var (m, squares) = ChannelMoments.Of(x, n, c, k, size);
                var count = (double)(n * size);
                var inverse = 1 / Math.Sqrt(squares / count + eps);
                mean[k] = T.CreateTruncating(m);
                invStd[k] = T.CreateTruncating(inverse);
                if (variance is not null) variance[k] = T.CreateTruncating(squares / (count - 1));
                var scale = inverse * (weight is null ? 1 : double.CreateTruncating(weight[k]));
                var shift = (bias is null ? 0 : double.CreateTruncating(bias[k])) - m * scale;
                for (long i = 0; i < n; i++)
                {
                    var at = (i * c + k) * size;
                    Affine(x + at, y + at, size, T.CreateTruncating(scale), T.CreateTruncating(shift));
                }
            }
        }
    }

    private readonly struct EvaluationBody<T>(long c, long size, T* x, T* weight, T* bias, double eps, T* y, T* mean, T* variance) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
            {
                var k = p % c;
                var scale = 1 / Math.Sqrt(double.CreateTruncating(variance[k]) + eps) * (weight is null ? 1 : double.CreateTruncating(weight[k]));
                var shift = (bias is null ? 0 : double.CreateTruncating(bias[k])) - double.CreateTruncating(mean[k]) * scale;
                Affine(x + p * size, y + p * size, size, T.CreateTruncating(scale), T.CreateTruncating(shift));
            }
        }
    }

    private readonly struct BackwardBody<T>(bool training, long n, long c, long size, T* x, T* dy, T* weight, T* mean, T* invStd, T* dx, T* dweight, T* dbias) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(long from, long to)
        {
            for (var k = from; k < to; k++)
            {
                double sum = 0, dot = 0;
                for (long i = 0; i < n; i++)
                {
                    var at = (i * c + k) * size;
                    var (s, d) = Sums(x + at, dy + at, mean[k]);
                    sum += double.CreateTruncating(s);
                    dot += double.CreateTruncating(d);
                }
                var inverse = double.CreateTruncating(invStd[k]);
                if (dweight is not null) dweight[k] = T.CreateTruncating(dot * inverse);
                if (dbias is not null) dbias[k] = T.CreateTruncating(sum);
                if (dx is null) continue;

                // dx = a dy + b (x - mean) + e
                var count = (double)(n * size);
                var a = inverse * (weight is null ? 1 : double.CreateTruncating(weight[k]));
                var b = training ? -a * dot * inverse * inverse / count : 0;
                var e = (training ? -a * sum / count : 0) - b * double.CreateTruncating(mean[k]);
                for (long i = 0; i < n; i++)
                {
                    var at = (i * c + k) * size;
                    Combine(dy + at, x + at, dx + at, T.CreateTruncating(a), T.CreateTruncating(b), T.CreateTruncating(e));
                }
            }
        }

        private (T Sum, T Dot) Sums(T* px, T* pdy, T center)
        {
            var m = new Vector<T>(center);
            Vector<T> s0 = default, s1 = default, d0 = default, d1 = default;
            var w = Vector<T>.Count;
            long i = 0;
            for (; i + 2 * w <= size; i += 2 * w)
            {
                Vector<T> g0 = Vector.Load(pdy + i), g1 = Vector.Load(pdy + i + w);
                s0 += g0;
                s1 += g1;
                d0 += g0 * (Vector.Load(px + i) - m);
                d1 += g1 * (Vector.Load(px + i + w) - m);
            }
            T sum = Vector.Sum(s0 + s1), dot = Vector.Sum(d0 + d1);
            for (; i < size; i++)
            {
                sum += pdy[i];
                dot += pdy[i] * (px[i] - center);
            }
            return (sum, dot);
        }

        private void Combine(T* pdy, T* px, T* pdx, T a, T b, T e)
        {
            Vector<T> va = new(a), vb = new(b), ve = new(e);
            var w = Vector<T>.Count;
            long i = 0;
            for (; i + w <= size; i += w)
                Vector.Store(Vector.Load(pdy + i) * va + (Vector.Load(px + i) * vb + ve), pdx + i);
            for (; i < size; i++) pdx[i] = pdy[i] * a + (px[i] * b + e);
        }
    }
}
