using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Gemm;

namespace TorchSharp.Kernels.Norm;

/// <summary>
/// Mean and sum of squared deviations of a channel. Each image's stretch is summed in vector lanes while it is in L1, and
/// the stretches are merged in double (Chan, Golub and LeVeque, 1979, "Updating formulae and a pairwise
/// algorithm for computing sample variances"), so a large mean does not eat the variance.
/// </summary>
internal static unsafe class ChannelMoments
{
    /// <summary>Moments of a set of numbers, ready to be merged with others.</summary>
    public readonly record struct Moments(double Count, double Mean, double Squares)
    {
        public Moments Merge(Moments other)
        {
            if (other.Count == 0) return this;
            var total = Count + other.Count;
            var delta = other.Mean - Mean;
            return new Moments(total, Mean + delta * other.Count / total, Squares + other.Squares + delta * delta * Count * other.Count / total);
        }
    }

    /// <summary>The moments of one stretch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Moments Of<T>(T* x, long size) where T : unmanaged, INumber<T>
    {
        if (size < Vector<T>.Count)
        {
            var (shortMean, shortSquares) = Short(x, size);
            return new Moments(size, shortMean, shortSquares);
        }
        var mean = double.CreateTruncating(Sum(x, size)) / size;
        var pivot = T.CreateTruncating(mean);
        // The pivot is the mean rounded to T; the difference belongs to the mean, not to the spread.
        var slip = mean - double.CreateTruncating(pivot);
        return new Moments(size, mean, Math.Max(0, double.CreateTruncating(Squares(x, size, pivot)) - slip * slip * size));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Mean, double Squares) Short<T>(T* x, long size) where T : unmanaged, INumber<T>
    {
        double sum = 0, squares = 0;
        for (long i = 0; i < size; i++) sum += double.CreateTruncating(x[i]);
        var mean = sum / size;
        for (long i = 0; i < size; i++)
        {
            var d = double.CreateTruncating(x[i]) - mean;
            squares += d * d;
        }
        return (mean, squares);
    }

    /// <summary>Sum in four vector accumulators.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Sum<T>(T* x, long size) where T : unmanaged, INumber<T>
    {
        Vector<T> s0 = default, s1 = default, s2 = default, s3 = default;
        var w = Vector<T>.Count;
        long i = 0;
        for (; i + 4 * w <= size; i += 4 * w)
        {
            s0 += Vector.Load(x + i);
            s1 += Vector.Load(x + i + w);
            s2 += Vector.Load(x + i + 2 * w);
            s3 += Vector.Load(x + i + 3 * w);
        }
        for (; i + w <= size; i += w) s0 += Vector.Load(x + i);
        var sum = Vector.Sum(s0 + s1 + (s2 + s3));
        for (; i < size; i++) sum += x[i];
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T Squares<T>(T* x, long size, T pivot) where T : unmanaged, INumber<T>
    {
        var p = new Vector<T>(pivot);
        Vector<T> s0 = default, s1 = default, s2 = default, s3 = default;
        var w = Vector<T>.Count;
        long i = 0;
        for (; i + 4 * w <= size; i += 4 * w)
        {
            // This pass reads from L1, so memory is free to bring what most often comes next: the stretch behind.
            Ahead.Line(x + i + size);
            Ahead.Line(x + i + size + 2 * w);
            Vector<T> d0 = Vector.Load(x + i) - p, d1 = Vector.Load(x + i + w) - p;
            Vector<T> d2 = Vector.Load(x + i + 2 * w) - p, d3 = Vector.Load(x + i + 3 * w) - p;
            s0 += d0 * d0;
            s1 += d1 * d1;
            s2 += d2 * d2;
            s3 += d3 * d3;
        }
        for (; i + w <= size; i += w)
        {
            var d = Vector.Load(x + i) - p;
            s0 += d * d;
        }
        var sum = Vector.Sum(s0 + s1 + (s2 + s3));
        for (; i < size; i++) sum += (x[i] - pivot) * (x[i] - pivot);
        return sum;
    }
}
