using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Norm;

/// <summary>
/// Normalisation of each row by its own moments, h = (x - mean) invStd, then y = weight h + bias: group normalisation
/// (Wu and He, 2018) and layer normalisation (Ba, Kiros and Hinton, 2016). A row is [channels, size]; the parameters of
/// row r are the channels of its group, r modulo groups. A layer norm is one group whose channels have one element each.
/// </summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Groups">Rows that follow each other before the parameters repeat.</param>
/// <param name="Channels">Channels of a row.</param>
/// <param name="Size">Elements of a channel.</param>
internal readonly unsafe record struct RowNorm(long Rows, long Groups, long Channels, long Size)
{
    // Short enough that a stretch is still in L1 when its spread is summed.
    private const long Stretch = 4096;

    public long Parameters => Groups * Channels;

    private long Length => Channels * Size;

    private long Grain => Math.Max(1, 16384 / Math.Max(1, Length));

    /// <param name="x">[rows, channels, size].</param>
    /// <param name="weight">[groups * channels] or null for ones.</param>
    /// <param name="bias">[groups * channels] or null for zeros.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="y">As x, written.</param>
    /// <param name="mean">[rows], written.</param>
    /// <param name="invStd">[rows], written: 1 / sqrt(biased variance + eps).</param>
    public void Forward<T>(T* x, T* weight, T* bias, double eps, T* y, T* mean, T* invStd) where T : unmanaged, IFloatingPointIeee754<T> =>
        WorkerTeam.For(Rows, Grain, new ForwardBody<T>(this, x, weight, bias, eps, y, mean, invStd));

    /// <summary>
    /// With g = weight dy: dx = invStd (g - mean(g) - h mean(g h)), dweight = sum(dy h), dbias = sum(dy). What is null is not wanted.
    /// </summary>
    public void Backward<T>(T* x, T* dy, T* weight, T* mean, T* invStd, T* dx, T* dweight, T* dbias) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Size == 1)
        {
            RowNormElements.Backward(this, x, dy, weight, mean, invStd, dx, dweight, dbias);
            return;
        }
        using var sums = new Scratch<Sums>(Rows * Channels);
        WorkerTeam.For(Rows, Grain, new BackwardBody<T>(this, x, dy, weight, mean, invStd, sums.Pointer, dx));
        for (long p = 0; p < Parameters; p++)
        {
            double sum = 0, dot = 0;
            for (var r = p / Channels; r < Rows; r += Groups)
            {
                var part = sums.Pointer[r * Channels + p % Channels];
                sum += part.Sum;
                dot += part.Dot * double.CreateTruncating(invStd[r]);
            }
            if (dweight is not null) dweight[p] = T.CreateTruncating(dot);
            if (dbias is not null) dbias[p] = T.CreateTruncating(sum);
        }
    }

    // Of one channel of one row: sum(dy) and sum(dy (x - mean)).
    private readonly record struct Sums(double Sum, double Dot);

    private readonly struct ForwardBody<T>(RowNorm shape, T* x, T* weight, T* bias, double eps, T* y, T* mean, T* invStd) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var (length, channels, size) = (shape.Length, shape.Channels, shape.Size);
            for (var r = from; r < to; r++)
            {
                T* px = x + r * length, py = y + r * length;
                var moments = default(ChannelMoments.Moments);
                for (long i = 0; i < length; i += Stretch) moments = moments.Merge(ChannelMoments.Of(px + i, Math.Min(Stretch, length - i)));
                var inverse = 1 / Math.Sqrt(moments.Squares / moments.Count + eps);
                var (m, s) = (T.CreateTruncating(moments.Mean), T.CreateTruncating(inverse));
                (mean[r], invStd[r]) = (m, s);
                var first = r % shape.Groups * channels;
                T* w = weight is null ? null : weight + first, b = bias is null ? null : bias + first;
                if (size == 1) RowNormElements.Affine(px, py, channels, m, s, w, b);
                else
                    for (long k = 0; k < channels; k++)
                        Affine(px + k * size, py + k * size, size, m, w is null ? s : s * w[k], b is null ? T.Zero : b[k]);
            }
        }
    }

    private readonly struct BackwardBody<T>(RowNorm shape, T* x, T* dy, T* weight, T* mean, T* invStd, Sums* sums, T* dx) : IRangeBody
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var (length, channels, size) = (shape.Length, shape.Channels, shape.Size);
            for (var r = from; r < to; r++)
            {
                T* px = x + r * length, pg = dy + r * length;
                var w = weight is null ? null : weight + r % shape.Groups * channels;
                double sum = 0, dot = 0;
                for (long k = 0; k < channels; k++)
                {
                    var part = Of(px + k * size, pg + k * size, size, mean[r]);
                    sums[r * channels + k] = part;
                    var scale = w is null ? 1 : double.CreateTruncating(w[k]);
                    sum += scale * part.Sum;
                    dot += scale * part.Dot;
                }
                if (dx is null) continue;
                var inverse = double.CreateTruncating(invStd[r]);
                var (b, c) = (T.CreateTruncating(-inverse * inverse * inverse * dot / length), T.CreateTruncating(-inverse * sum / length));
                for (long k = 0; k < channels; k++)
                    Combine(px + k * size, pg + k * size, dx + r * length + k * size, size, mean[r], w is null ? invStd[r] : invStd[r] * w[k], b, c);
            }
        }
    }

    // y = a (x - m) + b
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Affine<T>(T* x, T* y, long n, T m, T a, T b) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> vm = new(m), va = new(a), vb = new(b);
        long i = 0;
        for (; i + Vector<T>.Count <= n; i += Vector<T>.Count) Vector.Store((Vector.Load(x + i) - vm) * va + vb, y + i);
        for (; i < n; i++) y[i] = (x[i] - m) * a + b;
    }

    private static Sums Of<T>(T* x, T* dy, long n, T m) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0, dot = 0;
        for (long i = 0; i < n; i += Stretch)
        {
            var (s, d) = GradientSums.Of(x + i, dy + i, Math.Min(Stretch, n - i), m);
            sum += double.CreateTruncating(s);
            dot += double.CreateTruncating(d);
        }
        return new Sums(sum, dot);
    }

    // dx = a dy + b (x - m) + c
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Combine<T>(T* x, T* dy, T* dx, long n, T m, T a, T b, T c) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Vector<T> vm = new(m), va = new(a), vb = new(b), vc = new(c);
        long i = 0;
        for (; i + Vector<T>.Count <= n; i += Vector<T>.Count)
            Vector.Store(Vector.Load(dy + i) * va + ((Vector.Load(x + i) - vm) * vb + vc), dx + i);
        for (; i < n; i++) dx[i] = dy[i] * a + ((x[i] - m) * b + c);
    }
}
