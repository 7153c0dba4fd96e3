using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Norm;

/// <summary>
/// The passes of batch normalisation over a block of rows of [N, C], where a channel is a column: neighbouring channels share a
/// register.
/// </summary>
internal static unsafe class BatchNormColumns
{
    /// <summary>part[c] = the moments of column c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Moments<T>(long rows, long c, T* x, ChannelMoments.Moments* part) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var w = Vector<T>.Count;
        long k = 0;
        for (; k + w <= c; k += w)
        {
            Vector<T> sum = default, squares = default;
            for (long i = 0; i < rows; i++) sum += Vector.Load(x + i * c + k);
            var mean = sum / new Vector<T>(T.CreateTruncating(rows));
            for (long i = 0; i < rows; i++)
            {
                var d = Vector.Load(x + i * c + k) - mean;
                squares += d * d;
            }
            for (var j = 0; j < w; j++) part[k + j] = Moments(rows, sum[j], mean[j], squares[j]);
        }
        for (; k < c; k++)
        {
            T sum = default, squares = default;
            for (long i = 0; i < rows; i++) sum += x[i * c + k];
            var mean = sum / T.CreateTruncating(rows);
            for (long i = 0; i < rows; i++) squares += (x[i * c + k] - mean) * (x[i * c + k] - mean);
            part[k] = Moments(rows, sum, mean, squares);
        }
    }

    /// <summary>y = scale[c] x + shift[c].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Affine<T>(long rows, long c, T* x, T* y, T* scale, T* shift) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var w = Vector<T>.Count;
        for (long i = 0; i < rows; i++, x += c, y += c)
        {
            long k = 0;
            for (; k + w <= c; k += w) Vector.Store(Vector.Load(x + k) * Vector.Load(scale + k) + Vector.Load(shift + k), y + k);
            for (; k < c; k++) y[k] = x[k] * scale[k] + shift[k];
        }
    }

    /// <summary>part[2 c] = sum(dy), part[2 c + 1] = sum(dy (x - mean[c])).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sums<T>(long rows, long c, T* x, T* dy, T* mean, double* part) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var w = Vector<T>.Count;
        long k = 0;
        for (; k + w <= c; k += w)
        {
            Vector<T> m = Vector.Load(mean + k), sum = default, dot = default;
            for (long i = 0; i < rows; i++)
            {
                var g = Vector.Load(dy + i * c + k);
                sum += g;
                dot += g * (Vector.Load(x + i * c + k) - m);
            }
            for (var j = 0; j < w; j++) (part[2 * (k + j)], part[2 * (k + j) + 1]) = (double.CreateTruncating(sum[j]), double.CreateTruncating(dot[j]));
        }
        for (; k < c; k++)
        {
            T sum = default, dot = default;
            for (long i = 0; i < rows; i++)
            {
                sum += dy[i * c + k];
                dot += dy[i * c + k] * (x[i * c + k] - mean[k]);
            }
            (part[2 * k], part[2 * k + 1]) = (double.CreateTruncating(sum), double.CreateTruncating(dot));
        }
    }

    /// <summary>dx = a[c] dy + (b[c] x + e[c]).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Combine<T>(long rows, long c, T* x, T* dy, T* dx, T* a, T* b, T* e) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var w = Vector<T>.Count;
        for (long i = 0; i < rows; i++, x += c, dy += c, dx += c)
        {
            long k = 0;
            for (; k + w <= c; k += w)
                Vector.Store(Vector.Load(dy + k) * Vector.Load(a + k) + (Vector.Load(x + k) * Vector.Load(b + k) + Vector.Load(e + k)), dx + k);
            for (; k < c; k++) dx[k] = dy[k] * a[k] + (x[k] * b[k] + e[k]);
        }
    }

    // The pivot of the squares is the mean rounded to T; the difference belongs to the mean, not to the spread.
    private static ChannelMoments.Moments Moments<T>(long rows, T sum, T pivot, T squares) where T : unmanaged, INumber<T>
    {
        var mean = double.CreateTruncating(sum) / rows;
        var slip = mean - double.CreateTruncating(pivot);
        return new ChannelMoments.Moments(rows, mean, Math.Max(0, double.CreateTruncating(squares) - slip * slip * rows));
    }
}
