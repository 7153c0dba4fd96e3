namespace TorchSharp.Kernels.Gemm;

/// <summary>Runs the micro-kernel over a block whose panels are packed; tiles at the edges go through a small buffer.</summary>
internal static unsafe class BlockProduct
{
    /// <summary>C[m, n] (+)= A[m, depth] * B[depth, n], with A in panels of Rows and B in panels of Cols.</summary>
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

    /// <summary>The same for an A that lies by rows with pitch lda; m is a multiple of Rows.</summary>
    public static void RunRows<T, TK>(long m, long n, long depth, T* a, long lda, T* b, T* c, long ldc, bool accumulate)
        where T : unmanaged where TK : struct, IMicroKernel<T>
    {
        var edge = stackalloc byte[MicroKernels.MaxTile * 8 + 64];
        var tile = (T*)(((nint)edge + 63) & ~63);
        int rows = TK.Rows, cols = TK.Cols;
        for (long j = 0; j < n; j += cols)
        {
            var width = Math.Min(cols, n - j);
            for (long i = 0; i < m; i += rows)
            {
                var target = c + i * ldc + j;
                if (width == cols)
                {
                    TK.RunRows(depth, a + i * lda, lda, b + j * depth, target, ldc, accumulate);
                    continue;
                }
                TK.RunRows(depth, a + i * lda, lda, b + j * depth, tile, cols, accumulate: false);
                Merge(tile, cols, target, ldc, rows, width, accumulate);
            }
        }
    }

    private static void Merge<T>(T* tile, int cols, T* c, long ldc, long height, long width, bool accumulate) where T : unmanaged
    {
        for (long r = 0; r < height; r++)
        {
            if (accumulate) Rows.Add(tile + r * cols, c + r * ldc, width);
            else new ReadOnlySpan<T>(tile + r * cols, (int)width).CopyTo(new Span<T>(c + r * ldc, (int)width));
        }
    }
}
