using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Winograd;

/// <summary>Micro-kernels of 8 rows over matrices that are already laid out as registers want them, so nothing is packed.</summary>
internal readonly unsafe struct RowTile8<TV, TS> : IRowTile where TV : unmanaged where TS : struct, ISimd<float, TV>
{
    public static int Rows => 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows2(long k, float* a, long lda, float* b, float* c, long ldc)
    {
        TV c00 = TS.Zero, c01 = TS.Zero;
        TV c10 = TS.Zero, c11 = TS.Zero;
        TV c20 = TS.Zero, c21 = TS.Zero;
        TV c30 = TS.Zero, c31 = TS.Zero;
        TV c40 = TS.Zero, c41 = TS.Zero;
        TV c50 = TS.Zero, c51 = TS.Zero;
        TV c60 = TS.Zero, c61 = TS.Zero;
        TV c70 = TS.Zero, c71 = TS.Zero;
        float* a0 = a, a1 = a0 + lda, a2 = a1 + lda, a3 = a2 + lda, a4 = a3 + lda, a5 = a4 + lda, a6 = a5 + lda, a7 = a6 + lda;
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
        Put(c + 0 * ldc, c00, c01);
        Put(c + 1 * ldc, c10, c11);
        Put(c + 2 * ldc, c20, c21);
        Put(c + 3 * ldc, c30, c31);
        Put(c + 4 * ldc, c40, c41);
        Put(c + 5 * ldc, c50, c51);
        Put(c + 6 * ldc, c60, c61);
        Put(c + 7 * ldc, c70, c71);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows1(long k, float* a, long lda, float* b, float* c, long ldc)
    {
        TV c0 = TS.Zero;
        TV c1 = TS.Zero;
        TV c2 = TS.Zero;
        TV c3 = TS.Zero;
        TV c4 = TS.Zero;
        TV c5 = TS.Zero;
        TV c6 = TS.Zero;
        TV c7 = TS.Zero;
        float* a0 = a, a1 = a0 + lda, a2 = a1 + lda, a3 = a2 + lda, a4 = a3 + lda, a5 = a4 + lda, a6 = a5 + lda, a7 = a6 + lda;
        for (long t = 0; t < k; t++, b += TS.Lanes)
        {
            var v = TS.Load(b);
            c0 = TS.Fma(TS.Splat(a0[t]), v, c0);
            c1 = TS.Fma(TS.Splat(a1[t]), v, c1);
            c2 = TS.Fma(TS.Splat(a2[t]), v, c2);
            c3 = TS.Fma(TS.Splat(a3[t]), v, c3);
            c4 = TS.Fma(TS.Splat(a4[t]), v, c4);
            c5 = TS.Fma(TS.Splat(a5[t]), v, c5);
            c6 = TS.Fma(TS.Splat(a6[t]), v, c6);
            c7 = TS.Fma(TS.Splat(a7[t]), v, c7);
        }
        TS.Store(c + 0 * ldc, c0);
        TS.Store(c + 1 * ldc, c1);
        TS.Store(c + 2 * ldc, c2);
        TS.Store(c + 3 * ldc, c3);
        TS.Store(c + 4 * ldc, c4);
        TS.Store(c + 5 * ldc, c5);
        TS.Store(c + 6 * ldc, c6);
        TS.Store(c + 7 * ldc, c7);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Outer2(long k, float* a, long lda, float* b, long ldb, float* c, long ldc)
    {
        TV c00 = TS.Load(c + 0 * ldc), c01 = TS.Load(c + 0 * ldc + TS.Lanes);
        TV c10 = TS.Load(c + 1 * ldc), c11 = TS.Load(c + 1 * ldc + TS.Lanes);
        TV c20 = TS.Load(c + 2 * ldc), c21 = TS.Load(c + 2 * ldc + TS.Lanes);
        TV c30 = TS.Load(c + 3 * ldc), c31 = TS.Load(c + 3 * ldc + TS.Lanes);
        TV c40 = TS.Load(c + 4 * ldc), c41 = TS.Load(c + 4 * ldc + TS.Lanes);
        TV c50 = TS.Load(c + 5 * ldc), c51 = TS.Load(c + 5 * ldc + TS.Lanes);
        TV c60 = TS.Load(c + 6 * ldc), c61 = TS.Load(c + 6 * ldc + TS.Lanes);
        TV c70 = TS.Load(c + 7 * ldc), c71 = TS.Load(c + 7 * ldc + TS.Lanes);
        for (long t = 0; t < k; t++, a += lda, b += ldb)
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
        }
        Put(c + 0 * ldc, c00, c01);
        Put(c + 1 * ldc, c10, c11);
        Put(c + 2 * ldc, c20, c21);
        Put(c + 3 * ldc, c30, c31);
        Put(c + 4 * ldc, c40, c41);
        Put(c + 5 * ldc, c50, c51);
        Put(c + 6 * ldc, c60, c61);
        Put(c + 7 * ldc, c70, c71);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Outer1(long k, float* a, long lda, float* b, long ldb, float* c, long ldc)
    {
        var c0 = TS.Load(c + 0 * ldc);
        var c1 = TS.Load(c + 1 * ldc);
        var c2 = TS.Load(c + 2 * ldc);
        var c3 = TS.Load(c + 3 * ldc);
        var c4 = TS.Load(c + 4 * ldc);
        var c5 = TS.Load(c + 5 * ldc);
        var c6 = TS.Load(c + 6 * ldc);
        var c7 = TS.Load(c + 7 * ldc);
        for (long t = 0; t < k; t++, a += lda, b += ldb)
        {
            var v = TS.Load(b);
            c0 = TS.Fma(TS.Splat(a[0]), v, c0);
            c1 = TS.Fma(TS.Splat(a[1]), v, c1);
            c2 = TS.Fma(TS.Splat(a[2]), v, c2);
            c3 = TS.Fma(TS.Splat(a[3]), v, c3);
            c4 = TS.Fma(TS.Splat(a[4]), v, c4);
            c5 = TS.Fma(TS.Splat(a[5]), v, c5);
            c6 = TS.Fma(TS.Splat(a[6]), v, c6);
            c7 = TS.Fma(TS.Splat(a[7]), v, c7);
        }
        TS.Store(c + 0 * ldc, c0);
        TS.Store(c + 1 * ldc, c1);
        TS.Store(c + 2 * ldc, c2);
        TS.Store(c + 3 * ldc, c3);
        TS.Store(c + 4 * ldc, c4);
        TS.Store(c + 5 * ldc, c5);
        TS.Store(c + 6 * ldc, c6);
        TS.Store(c + 7 * ldc, c7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(float* c, TV v0, TV v1)
    {
        TS.Store(c, v0);
        TS.Store(c + TS.Lanes, v1);
    }
}
