using System.Runtime.CompilerServices;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Gemm;

/// <summary>
/// C[m, n] = A[m, k] * B[k, n] (+ C), for any strides of A and B and C with contiguous rows. Both factors are packed
/// once by the whole team, then blocks of C are computed independently; a sum over k always runs in the same order.
/// </summary>
internal static unsafe class MatrixProduct
{
    private const long RowBlock = 192;
    private const long ColBlock = 512;
    private const long SplitDepth = 2048;
    private const long WidestStep = 4096;

    public static void Run<T>(long m, long n, long k, Matrix<T> a, Matrix<T> b, T* c, long ldc, bool accumulate = false) where T : unmanaged
    {
        if (m == 0 || n == 0) return;
        if (k == 0)
        {
            if (!accumulate) for (long i = 0; i < m; i++) Rows.Clear(c + i * ldc, n);
            return;
        }
        if (m <= RowDots.MostRows && a.ColPitch == 1 && b.RowPitch == 1 && n >= 4)
        {
            RowDots.Run(m, n, k, a.Data, a.RowPitch, b.Data, b.ColPitch, c, ldc, accumulate);
            return;
        }
        MicroKernels.Dispatch<T, Job<T>>(new Job<T>(m, n, k, a, b, c, ldc, accumulate));
    }

    // An A that lies by rows is read where it is. Rows a large power of two apart would fall into the same few sets of the caches.
    private static bool ReadsWellInPlace<T>(Matrix<T> a) where T : unmanaged
    {
        var pitch = a.RowPitch * sizeof(T);
        return a.ColPitch == 1 && (pitch & -pitch) <= WidestStep;
    }

    private readonly struct Job<T>(long m, long n, long k, Matrix<T> a, Matrix<T> b, T* c, long ldc, bool accumulate) : IMicroKernelUser<T>
        where T : unmanaged
    {
        public void Run<TK>() where TK : struct, IMicroKernel<T>
        {
            var depth = Blocking.Depth(k, TK.Cols, sizeof(T));
            long mUp = Blocking.RoundUp(m, TK.Rows), nUp = Blocking.RoundUp(n, TK.Cols);
            var inPlace = m >= TK.Rows && ReadsWellInPlace(a);
            using var packedA = new Scratch<T>(inPlace ? 0 : mUp * k);
            using var packedB = new Scratch<T>(nUp * k);
            if (!inPlace)
            {
                var packA = new Pack<T>(a.Transposed, m, k, depth, TK.Rows, packedA.Pointer);
                WorkerTeam.For(packA.Panels, packA.Grain, packA);
            }
            var packB = new Pack<T>(b, n, k, depth, TK.Cols, packedB.Pointer);
            WorkerTeam.For(packB.Panels, packB.Grain, packB);

            long rowBlock = Blocking.Even(m, RowBlock, TK.Rows), colBlock = Blocking.Even(n, ColBlock, TK.Cols);
            long rowBlocks = Blocking.DivideUp(m, rowBlock), colBlocks = Blocking.DivideUp(n, colBlock);
            var depthBlocks = Blocking.DivideUp(k, depth);

            // A long sum over a small C (a weight gradient) leaves too few blocks: then the sum itself is cut into
            // parts. The number of parts follows from the shape alone, so every machine adds in the same order.
            long parts = 1;
            if (rowBlocks * colBlocks < 8) parts = Math.Clamp(k / SplitDepth, 1, Math.Min(depthBlocks, 16));
            // With one block or two for the whole team, smaller blocks keep everyone busy.
            while (parts * rowBlocks * colBlocks < 8 && colBlock > 4 * TK.Cols)
            {
                colBlock = Blocking.Even(n, colBlock / 2, TK.Cols);
                colBlocks = Blocking.DivideUp(n, colBlock);
            }
            while (parts * rowBlocks * colBlocks < 8 && rowBlock > 4 * TK.Rows)
            {
                rowBlock = Blocking.Even(m, rowBlock / 2, TK.Rows);
                rowBlocks = Blocking.DivideUp(m, rowBlock);
            }

            using var partial = new Scratch<T>((parts - 1) * m * n);
            WorkerTeam.For(parts * rowBlocks * colBlocks, 1, new Multiply<T, TK>(
                m, n, k, depth, rowBlock, colBlock, parts, inPlace, a, packedA.Pointer, packedB.Pointer, mUp, nUp, c, ldc, partial.Pointer, accumulate));
            if (parts > 1) WorkerTeam.For(m, Math.Max(1, 16384 / n), new AddParts<T>(parts, m, n, partial.Pointer, c, ldc));
        }
    }

    /// <summary>Packs a matrix [k, width] into [depth block][panel][depth, panelWidth].</summary>
    private readonly struct Pack<T>(Matrix<T> source, long width, long k, long depth, int panelWidth, T* target) : IRangeBody
        where T : unmanaged
    {
        public long Panels => Blocking.DivideUp(width, panelWidth);

        public long Grain => Math.Max(1, 32768 / (panelWidth * k));

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var rounded = Panels * panelWidth;
            for (long k0 = 0; k0 < k; k0 += depth)
            {
                var d = Math.Min(depth, k - k0);
                for (var p = from; p < to; p++)
                {
                    var w0 = p * panelWidth;
                    Packing.Panel(source.At(k0, w0), source.ColPitch, source.RowPitch, Math.Min(panelWidth, width - w0), d,
                        panelWidth, target + k0 * rounded + w0 * d);
                }
            }
        }
    }

    private readonly struct Multiply<T, TK>(long m, long n, long k, long depth, long rowBlock, long colBlock, long parts,
        bool inPlace, Matrix<T> a, T* packedA, T* b, long mUp, long nUp, T* c, long ldc, T* partial, bool accumulate) : IRangeBody
        where T : unmanaged where TK : struct, IMicroKernel<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            long rowBlocks = Blocking.DivideUp(m, rowBlock), colBlocks = Blocking.DivideUp(n, colBlock);
            var depthBlocks = Blocking.DivideUp(k, depth);
            for (var task = from; task < to; task++)
            {
                var i0 = task % rowBlocks * rowBlock;
                var j0 = task / rowBlocks % colBlocks * colBlock;
                var part = task / (rowBlocks * colBlocks);
                var first = depthBlocks * part / parts * depth;
                var end = Math.Min(k, depthBlocks * (part + 1) / parts * depth);
                var target = part == 0 ? c + i0 * ldc + j0 : partial + (part - 1) * m * n + i0 * n + j0;
                var pitch = part == 0 ? ldc : n;
                for (var k0 = first; k0 < end; k0 += depth)
                {
                    var d = Math.Min(depth, k - k0);
                    long height = Math.Min(rowBlock, m - i0), width = Math.Min(colBlock, n - j0);
                    var panels = b + k0 * nUp + j0 * d;
                    var add = k0 > first || (part == 0 && accumulate);
                    if (inPlace) BlockProduct.RunRows<T, TK>(height, width, d, a.At(i0, k0), a.RowPitch, panels, target, pitch, add);
                    else BlockProduct.Run<T, TK>(height, width, d, packedA + k0 * mUp + i0 * d, panels, target, pitch, add);
                }
            }
        }
    }

    private readonly struct AddParts<T>(long parts, long m, long n, T* partial, T* c, long ldc) : IRangeBody where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            for (var i = from; i < to; i++)
                for (long p = 0; p < parts - 1; p++)
                    Rows.Add(partial + (p * m + i) * n, c + i * ldc, n);
        }
    }
}
