using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Resample;

/// <summary>
/// The positions that affine maps [N, 2, 3] take the pixels of an image to: (a x + b y + c, d x + e y + f), with x and y from -1
/// to 1. The gradient of a map is the sum of the gradients of its positions, weighted with (x, y, 1): over each row first.
/// </summary>
internal static unsafe class AffineGrid
{
    /// <param name="images">How many maps.</param>
    /// <param name="across">The positions of the columns, [W].</param>
    /// <param name="down">The positions of the rows, [H].</param>
    /// <param name="maps">[N, 2, 3].</param>
    /// <param name="grid">[N, H, W, 2].</param>
    public static void Forward<T>(long images, ReadOnlySpan<T> across, ReadOnlySpan<T> down, T* maps, T* grid) where T : unmanaged, INumber<T>
    {
        fixed (T* x = across, y = down) WorkerTeam.For(images, Grain(across.Length * down.Length), new ForwardBody<T>(across.Length, down.Length, x, y, maps, grid));
    }

    /// <summary>The gradients of the maps.</summary>
    public static void Backward<T>(long images, ReadOnlySpan<T> across, ReadOnlySpan<T> down, T* grid, T* maps) where T : unmanaged, INumber<T>
    {
        fixed (T* x = across, y = down) WorkerTeam.For(images, Grain(across.Length * down.Length), new BackwardBody<T>(across.Length, down.Length, x, y, grid, maps));
    }

    private static long Grain(long points) => Math.Max(1, 8192 / Math.Max(1, points));

    private readonly struct ForwardBody<T>(long w, long h, T* x, T* y, T* maps, T* grid) : IRangeBody where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var target = grid + from * h * w * 2;
            for (var n = from; n < to; n++)
            {
                var m = maps + 6 * n;
                T a = m[0], d = m[3];
                for (long row = 0; row < h; row++)
                {
                    T left = m[1] * y[row] + m[2], right = m[4] * y[row] + m[5];
                    for (long column = 0; column < w; column++, target += 2)
                    {
                        target[0] = a * x[column] + left;
                        target[1] = d * x[column] + right;
                    }
                }
            }
        }
    }

    private readonly struct BackwardBody<T>(long w, long h, T* x, T* y, T* grid, T* maps) : IRangeBody where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var grad = grid + from * h * w * 2;
            for (var n = from; n < to; n++)
            {
                T a = T.Zero, b = T.Zero, c = T.Zero, d = T.Zero, e = T.Zero, f = T.Zero;
                for (long row = 0; row < h; row++)
                {
                    // Four independent sums keep the additions from waiting for each other.
                    T gx = T.Zero, gy = T.Zero, gxx = T.Zero, gyx = T.Zero;
                    for (long column = 0; column < w; column++, grad += 2)
                    {
                        gx += grad[0];
                        gy += grad[1];
                        gxx += grad[0] * x[column];
                        gyx += grad[1] * x[column];
                    }
                    (a, b, c) = (a + gxx, b + gx * y[row], c + gx);
                    (d, e, f) = (d + gyx, e + gy * y[row], f + gy);
                }
                var m = maps + 6 * n;
                (m[0], m[1], m[2], m[3], m[4], m[5]) = (a, b, c, d, e, f);
            }
        }
    }
}
