using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Gemm;

/// <summary>Runs the micro-kernel over a block whose panels are packed; tiles at the edges go through a small buffer.</summary>
internal static unsafe class BlockProduct
{
    /// <summary>C[m, n] (+)= A[m, depth] * B[depth, n], with A in panels of Rows and B in panels of Cols.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<T, TK>(long m, long n, long depth, T* a, T* b, T* c, long ldc, bool accumulate)
        where T : unmanaged where TK : struct, IMicroKernel<T>
    {
        var edge = stackalloc byte[MicroKernels.MaxTile * 8 + 64];
        var tile = (T*)(((nint)edge + 63) & ~63);
        int rows = TK.Rows, cols = TK.Cols;
        for (long j = 0; j < n; j += cols)
        {
            var panelB = b + j * depth;
            var width = Math.Min(cols, n - j);
            for (long i = 0; i < m; i += rows)
            {
                var panelA = a + i * depth;
                var height = Math.Min(rows, m - i);
                var target = c + i * ldc + j;
                if (height == rows && width == cols)
                {
                    TK.Run(depth, panelA, panelB, target, ldc, accumulate);
                    continue;
                }
                TK.Run(depth, panelA, panelB, tile, cols, accumulate: false);
                Merge(tile, cols, target, ldc, height, width, accumulate);
            }
        }
    }

    /// <summary>
    /// The same for an A that lies by rows with pitch lda. Where the last tile lacks rows, those above it are computed again:
    /// A has at least Rows rows up to the last one of this block.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RunRows<T, TK>(long m, long n, long depth, T* a, long lda, T* b, T* c, long ldc, bool accumulate)
        where T : unmanaged where TK : struct, IMicroKernel<T>
    {
        var edge = stackalloc byte[MicroKernels.MaxTile * 8 + 64];
        var tile = (T*)(((nint)edge + 63) & ~63);
        int rows = TK.Rows, cols = TK.Cols;
        for (long j = 0; j < n; j += cols)
        {
            var panelB = b + j * depth;
            var width = Math.Min(cols, n - j);
            for (long i = 0; i < m; i += rows)
            {
                var height = Math.Min(rows, m - i);
                var again = rows - height;
                var rowsA = a + (i - again) * lda;
                var target = c + i * ldc + j;
                if (again == 0 && width == cols)
                {
                    TK.RunRows(depth, rowsA, lda, panelB, target, ldc, accumulate);
                    continue;
                }
                TK.RunRows(depth, rowsA, lda, panelB, tile, cols, accumulate: false);
                Merge(tile + again * cols, cols, target, ldc, height, width, accumulate);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Merge<T>(T* tile, int cols, T* c, long ldc, long height, long width, bool accumulate) where T : unmanaged
    {
        for (long r = 0; r < height; r++)
        {
            if (accumulate) Rows.Add(tile + r * cols, c + r * ldc, width);
            else new ReadOnlySpan<T>(tile + r * cols, (int)width).CopyTo(new Span<T>(c + r * ldc, (int)width));
        }
    }
}
