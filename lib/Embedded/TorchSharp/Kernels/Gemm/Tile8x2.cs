using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Conv;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Gemm;

/// <summary>
/// Micro-kernel of 8 rows by 2 registers, for machines with 32 vector registers (AVX-512, Arm64). One step of k costs
/// 10 loads and 16 multiply-adds: with two loads and two multiply-adds a cycle the 16 independent sums hide the
/// latency and the multiply-adds are the limit. 8 divides the channel counts of real networks, 14 (28 sums) does not.
/// </summary>
internal readonly unsafe struct Tile8x2<T, TV, TS> : IMicroKernel<T>
    where T : unmanaged where TV : unmanaged where TS : struct, ISimd<T, TV>
{
    public static int Rows => 8;
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
        TV c60 = TS.Zero, c61 = TS.Zero;
        TV c70 = TS.Zero, c71 = TS.Zero;
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
            x = TS.Splat(a[6]); c60 = TS.Fma(x, b0, c60); c61 = TS.Fma(x, b1, c61);
            x = TS.Splat(a[7]); c70 = TS.Fma(x, b0, c70); c71 = TS.Fma(x, b1, c71);
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
            Add(c + 6 * ldc, c60, c61);
            Add(c + 7 * ldc, c70, c71);
        }
        else
        {
            Put(c + 0 * ldc, c00, c01);
            Put(c + 1 * ldc, c10, c11);
            Put(c + 2 * ldc, c20, c21);
            Put(c + 3 * ldc, c30, c31);
            Put(c + 4 * ldc, c40, c41);
            Put(c + 5 * ldc, c50, c51);
            Put(c + 6 * ldc, c60, c61);
            Put(c + 7 * ldc, c70, c71);
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
        TV c60 = TS.Zero, c61 = TS.Zero;
        TV c70 = TS.Zero, c71 = TS.Zero;
        T* a0 = a, a1 = a0 + lda, a2 = a1 + lda, a3 = a2 + lda, a4 = a3 + lda, a5 = a4 + lda, a6 = a5 + lda, a7 = a6 + lda;
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
            x = TS.Splat(a6[t]); c60 = TS.Fma(x, b0, c60); c61 = TS.Fma(x, b1, c61);
            x = TS.Splat(a7[t]); c70 = TS.Fma(x, b0, c70); c71 = TS.Fma(x, b1, c71);
        }
        if (accumulate)
        {
            Add(c + 0 * ldc, c00, c01);
            Add(c + 1 * ldc, c10, c11);
            Add(c + 2 * ldc, c20, c21);
            Add(c + 3 * ldc, c30, c31);
            Add(c + 4 * ldc, c40, c41);
            Add(c + 5 * ldc, c50, c51);
            Add(c + 6 * ldc, c60, c61);
            Add(c + 7 * ldc, c70, c71);
        }
        else
        {
            Put(c + 0 * ldc, c00, c01);
            Put(c + 1 * ldc, c10, c11);
            Put(c + 2 * ldc, c20, c21);
            Put(c + 3 * ldc, c30, c31);
            Put(c + 4 * ldc, c40, c41);
            Put(c + 5 * ldc, c50, c51);
            Put(c + 6 * ldc, c60, c61);
            Put(c + 7 * ldc, c70, c71);
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
