using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Norm;

/// <summary>
/// Batch normalisation of [N, C, S] in image order, as the memory lies: moments of each channel over a fixed number of
/// images, the partial moments merged in order, then one pass that normalises (Ioffe and Szegedy, 2015, "Batch normalization: accelerating deep network training by
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
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var images = ImagesPerPart(c, size);
        var parts = (n + images - 1) / images;
        using var partial = new Scratch<ChannelMoments.Moments>(parts * c);
        using var affine = new Scratch<T>(2 * c);
        WorkerTeam.For(n, images, new MomentsBody<T>(images, c, size, x, partial.Pointer));
        for (long k = 0; k < c; k++)
        {
            var moments = parts == 0 ? default : partial.Pointer[k];
            for (long p = 1; p < parts; p++) moments = moments.Merge(partial.Pointer[p * c + k]);
            var inverse = 1 / Math.Sqrt(moments.Squares / moments.Count + eps);
            mean[k] = T.CreateTruncating(moments.Mean);
            invStd[k] = T.CreateTruncating(inverse);
            if (variance is not null) variance[k] = T.CreateTruncating(moments.Squares / (moments.Count - 1));
            SetAffine(affine.Pointer, c, k, inverse, moments.Mean, weight, bias);
        }
        Normalise(n, c, size, x, y, affine.Pointer);
    }

    /// <summary>Normalises with given moments.</summary>
    public static void ForwardEvaluation<T>(long n, long c, long size, T* x, T* weight, T* bias, double eps, T* y, T* mean, T* variance)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var affine = new Scratch<T>(2 * c);
        for (long k = 0; k < c; k++)
            SetAffine(affine.Pointer, c, k, 1 / Math.Sqrt(double.CreateTruncating(variance[k]) + eps), double.CreateTruncating(mean[k]), weight, bias);
        Normalise(n, c, size, x, y, affine.Pointer);
    }

    /// <summary>
    /// Gradients through the batch's own moments: with h = (x - mean) invStd,
    /// dx = weight invStd (dy - mean(dy) - h mean(dy h)), dweight = sum(dy h), dbias = sum(dy).
    /// With fixed moments (<paramref name="training"/> false) the two means vanish.
    /// </summary>
    public static void Backward<T>(bool training, long n, long c, long size, T* x, T* dy, T* weight, T* mean, T* invStd, T* dx, T* dweight, T* dbias)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var images = ImagesPerPart(c, size);
        var parts = (n + images - 1) / images;
        using var partial = new Scratch<double>(parts * 2 * c);
        using var factors = new Scratch<T>(3 * c);
        WorkerTeam.For(n, images, new SumsBody<T>(images, c, size, x, dy, mean, partial.Pointer));
        for (long k = 0; k < c; k++)
        {
            double sum = 0, dot = 0;
            for (long p = 0; p < parts; p++)
            {
                sum += partial.Pointer[(p * c + k) * 2];
                dot += partial.Pointer[(p * c + k) * 2 + 1];
            }
            var inverse = double.CreateTruncating(invStd[k]);
            if (dweight is not null) dweight[k] = T.CreateTruncating(dot * inverse);
            if (dbias is not null) dbias[k] = T.CreateTruncating(sum);

            // dx = a dy + b x + e
            var count = (double)(n * size);
            var a = inverse * (weight is null ? 1 : double.CreateTruncating(weight[k]));
            var b = training ? -a * dot * inverse * inverse / count : 0;
            var e = (training ? -a * sum / count : 0) - b * double.CreateTruncating(mean[k]);
            (factors.Pointer[k], factors.Pointer[c + k], factors.Pointer[2 * c + k]) = (T.CreateTruncating(a), T.CreateTruncating(b), T.CreateTruncating(e));
        }
        if (dx is null) return;
        // With fixed moments dx = a dy: the input does not count, not even where it is infinite.
        if (!training) Normalise(n, c, size, dy, dx, factors.Pointer);
        else if (size == 1) WorkerTeam.For(n, images, new CombineColumnsBody<T>(c, x, dy, dx, factors.Pointer));
        else WorkerTeam.For(n * c, PlanesPerPart(size), new CombineBody<T>(c, size, x, dy, dx, factors.Pointer));
    }

    // So many images that a part is worth a dispatch; from the shape alone.
    private static long ImagesPerPart(long c, long size) => Math.Clamp(32768 / Math.Max(1, c * size), 1, 1024);

    private static long PlanesPerPart(long size) => Math.Max(1, 16384 / Math.Max(1, size));

    // y = affine[c] x + affine[C + c]
    private static void SetAffine<T>(T* affine, long c, long k, double inverse, double mean, T* weight, T* bias) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var scale = inverse * (weight is null ? 1 : double.CreateTruncating(weight[k]));
        affine[k] = T.CreateTruncating(scale);
        affine[c + k] = T.CreateTruncating((bias is null ? 0 : double.CreateTruncating(bias[k])) - mean * scale);
    }

    private static void Normalise<T>(long n, long c, long size, T* x, T* y, T* affine) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (size == 1) WorkerTeam.For(n, ImagesPerPart(c, size), new AffineColumnsBody<T>(c, x, y, affine));
        else WorkerTeam.For(n * c, PlanesPerPart(size), new AffineBody<T>(c, size, x, y, affine));
    }

    // y = a x + b over one stretch.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Affine<T>(T* x, T* y, long size, T a, T b) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> va = new(a), vb = new(b);
        var w = Vector<T>.Count;
        long i = 0;
        for (; i + w <= size; i += w) Vector.Store(Vector.Load(x + i) * va + vb, y + i);
        for (; i < size; i++) y[i] = x[i] * a + b;
    }

    private readonly struct MomentsBody<T>(long images, long c, long size, T* x, ChannelMoments.Moments* partial) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var part = partial + from / images * c;
            if (size == 1)
            {
                BatchNormColumns.Moments(to - from, c, x + from * c, part);
                return;
            }
            for (long k = 0; k < c; k++) part[k] = default;
            for (var i = from; i < to; i++)
                for (long k = 0; k < c; k++)
                    part[k] = part[k].Merge(ChannelMoments.Of(x + (i * c + k) * size, size));
        }
    }

    private readonly struct AffineBody<T>(long c, long size, T* x, T* y, T* affine) : IRangeBody where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++) Affine(x + p * size, y + p * size, size, affine[p % c], affine[c + p % c]);
        }
    }

    private readonly struct AffineColumnsBody<T>(long c, T* x, T* y, T* affine) : IRangeBody where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(long from, long to) => BatchNormColumns.Affine(to - from, c, x + from * c, y + from * c, affine, affine + c);
    }

    private readonly struct CombineColumnsBody<T>(long c, T* x, T* dy, T* dx, T* factors) : IRangeBody where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(long from, long to) =>
            BatchNormColumns.Combine(to - from, c, x + from * c, dy + from * c, dx + from * c, factors, factors + c, factors + 2 * c);
    }

    private readonly struct SumsBody<T>(long images, long c, long size, T* x, T* dy, T* mean, double* partial) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var part = partial + from / images * c * 2;
            if (size == 1)
            {
                BatchNormColumns.Sums(to - from, c, x + from * c, dy + from * c, mean, part);
                return;
            }
            new Span<double>(part, (int)(2 * c)).Clear();
            for (var i = from; i < to; i++)
                for (long k = 0; k < c; k++)
                {
                    var (sum, dot) = GradientSums.Of(x + (i * c + k) * size, dy + (i * c + k) * size, size, mean[k]);
                    part[2 * k] += double.CreateTruncating(sum);
                    part[2 * k + 1] += double.CreateTruncating(dot);
                }
        }
    }

    private readonly struct CombineBody<T>(long c, long size, T* x, T* dy, T* dx, T* factors) : IRangeBody where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            for (var p = from; p < to; p++)
                Combine(dy + p * size, x + p * size, dx + p * size, factors[p % c], factors[c + p % c], factors[2 * c + p % c]);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
