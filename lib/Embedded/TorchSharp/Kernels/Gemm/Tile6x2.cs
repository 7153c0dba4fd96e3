using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Conv;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Gemm;

/// <summary>
/// Micro-kernel of 6 rows by 2 registers, for machines with 16 vector registers (AVX2, SSE): 12 sums, 2 columns of B
/// and one broadcast element of A are 15 registers. One step of k costs 8 loads and 12 multiply-adds.
/// </summary>
internal readonly unsafe struct Tile6x2<T, TV, TS> : IMicroKernel<T>
    where T : unmanaged where TV : unmanaged where TS : struct, ISimd<T, TV>
{
    public static int Rows => 6;
    public static int Cols => 2 * TS.Lanes;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(long k, T* a, T* b, T* c, long ldc, bool accumulate)
    {
        TV c00 = TS.Zero, c01 = TS.Zero;
        TV c10 = TS.Zero, c11 = TS.Zero;
        TV c20 = TS.Zero, c21 = TS.Zero;
        TV c30 = TS.Zero, c31 = TS.Zero;
        TV c40 = TS.Zero, c41 = TS.Zero;
        TV c50 = TS.Zero, c51 = TS.Zero;
        Ahead.Rows(c, ldc, Rows);
        var end = a + k * Rows;
        while (a < end)
        {
            TV b0 = TS.Load(b), b1 = TS.Load(b + TS.Lanes);
            TV x;
            x = TS.Splat(a[0]); c00 = TS.Fma(x, b0, c00); c01 = TS.Fma(x, b1, c01);
            x = TS.Splat(a[1]); c10 = TS.Fma(x, b0, c10); c11 = TS.Fma(x, b1, c11);
            x = TS.Splat(a[2]); c20 = TS.Fma(x, b0, c20); c21 = TS.Fma(x, b1, c21);
            x = TS.Splat(a[3]); c30 = TS.Fma(x, b0, c30); c31 = TS.Fma(x, b1, c31);
            x = TS.Splat(a[4]); c40 = TS.Fma(x, b0, c40); c41 = TS.Fma(x, b1, c41);
            x = TS.Splat(a[5]); c50 = TS.Fma(x, b0, c50); c51 = TS.Fma(x, b1, c51);
            a += Rows;
            b += 2 * TS.Lanes;
        }
        if (accumulate)
        {
            Add(c + 0 * ldc, c00, c01);
            Add(c + 1 * ldc, c10, c11);
            Add(c + 2 * ldc, c20, c21);
            Add(c + 3 * ldc, c30, c31);
            Add(c + 4 * ldc, c40, c41);
            Add(c + 5 * ldc, c50, c51);
        }
        else
        {
            Put(c + 0 * ldc, c00, c01);
            Put(c + 1 * ldc, c10, c11);
            Put(c + 2 * ldc, c20, c21);
            Put(c + 3 * ldc, c30, c31);
            Put(c + 4 * ldc, c40, c41);
            Put(c + 5 * ldc, c50, c51);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RunRows(long k, T* a, long lda, T* b, T* c, long ldc, bool accumulate)
    {
        TV c00 = TS.Zero, c01 = TS.Zero;
        TV c10 = TS.Zero, c11 = TS.Zero;
        TV c20 = TS.Zero, c21 = TS.Zero;
        TV c30 = TS.Zero, c31 = TS.Zero;
        TV c40 = TS.Zero, c41 = TS.Zero;
        TV c50 = TS.Zero, c51 = TS.Zero;
        Ahead.Rows(c, ldc, Rows);
        T* a0 = a, a1 = a0 + lda, a2 = a1 + lda, a3 = a2 + lda, a4 = a3 + lda, a5 = a4 + lda;
        for (long t = 0; t < k; t++, b += 2 * TS.Lanes)
        {
            TV b0 = TS.Load(b), b1 = TS.Load(b + TS.Lanes);
            TV x;
            x = TS.Splat(a0[t]); c00 = TS.Fma(x, b0, c00); c01 = TS.Fma(x, b1, c01);
            x = TS.Splat(a1[t]); c10 = TS.Fma(x, b0, c10); c11 = TS.Fma(x, b1, c11);
            x = TS.Splat(a2[t]); c20 = TS.Fma(x, b0, c20); c21 = TS.Fma(x, b1, c21);
            x = TS.Splat(a3[t]); c30 = TS.Fma(x, b0, c30); c31 = TS.Fma(x, b1, c31);
            x = TS.Splat(a4[t]); c40 = TS.Fma(x, b0, c40); c41 = TS.Fma(x, b1, c41);
            x = TS.Splat(a5[t]); c50 = TS.Fma(x, b0, c50); c51 = TS.Fma(x, b1, c51);
        }
        if (accumulate)
        {
            Add(c + 0 * ldc, c00, c01);
            Add(c + 1 * ldc, c10, c11);
            Add(c + 2 * ldc, c20, c21);
            Add(c + 3 * ldc, c30, c31);
            Add(c + 4 * ldc, c40, c41);
            Add(c + 5 * ldc, c50, c51);
        }
        else
        {
            Put(c + 0 * ldc, c00, c01);
            Put(c + 1 * ldc, c10, c11);
            Put(c + 2 * ldc, c20, c21);
            Put(c + 3 * ldc, c30, c31);
            Put(c + 4 * ldc, c40, c41);
            Put(c + 5 * ldc, c50, c51);
        }
    }

    public static void RunTaps(long outputs, long k, T* source, long* offsets, T* weights, T* c, long ldc, long width, bool accumulate) =>
        DirectTaps.Row<T, TV, TS>(outputs, k, source, offsets, weights, c, ldc, width, accumulate);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(T* c, TV v0, TV v1)
    {
        TS.Store(c, TS.Add(TS.Load(c), v0));
        TS.Store(c + TS.Lanes, TS.Add(TS.Load(c + TS.Lanes), v1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(T* c, TV v0, TV v1)
    {
        TS.Store(c, v0);
        TS.Store(c + TS.Lanes, v1);
    }
}
