using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels.Simd;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Gemm;

/// <summary>
/// C[m, n] = A[m, k] B[n, k]^T for a few rows of A, both with contiguous rows: a linear layer on a small batch. Reading B
/// is all the time there is, so it is read once, unpacked, and every register of it meets four rows of A.
/// </summary>
internal static unsafe class RowDots
{
    /// <summary>Above so many rows packing pays.</summary>
    public const long MostRows = 16;

    private const long ColumnBlock = 32;

    public static void Run<T>(long m, long n, long k, T* a, long lda, T* b, long ldb, T* c, long ldc, bool accumulate) where T : unmanaged
    {
        switch (Isa.Current)
        {
            case IsaLevel.Vector512: For<T, Vector512<T>, Simd512<T>>(m, n, k, a, lda, b, ldb, c, ldc, accumulate); break;
            case IsaLevel.Vector256: For<T, Vector256<T>, Simd256<T>>(m, n, k, a, lda, b, ldb, c, ldc, accumulate); break;
            case IsaLevel.Vector128: For<T, Vector128<T>, Simd128<T>>(m, n, k, a, lda, b, ldb, c, ldc, accumulate); break;
            default: For<T, T, SimdScalar<T>>(m, n, k, a, lda, b, ldb, c, ldc, accumulate); break;
        }
    }

    private static void For<T, TV, TS>(long m, long n, long k, T* a, long lda, T* b, long ldb, T* c, long ldc, bool accumulate)
        where T : unmanaged where TV : unmanaged where TS : struct, ISimd<T, TV> =>
        WorkerTeam.For(n, ColumnBlock, new Body<T, TV, TS>(m, k, a, lda, b, ldb, c, ldc, accumulate));

    private readonly struct Body<T, TV, TS>(long m, long k, T* a, long lda, T* b, long ldb, T* c, long ldc, bool accumulate) : IRangeBody
        where T : unmanaged where TV : unmanaged where TS : struct, ISimd<T, TV>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var tile = stackalloc T[16];
            for (var j = from; j < to; j += 4)
                for (long i = 0; i < m; i += 4)
                {
                    // At the edges the last row stands in for those that do not exist.
                    long rows = Math.Min(4, m - i), columns = Math.Min(4, to - j);
                    Tile(a + i * lda, rows, b + j * ldb, columns, tile);
                    for (long r = 0; r < rows; r++)
                        for (long q = 0; q < columns; q++)
                        {
                            var at = c + (i + r) * ldc + j + q;
                            *at = accumulate ? Rows.Plus(*at, tile[4 * r + q]) : tile[4 * r + q];
                        }
                }
        }

        private void Tile(T* a0, long rows, T* b0, long columns, T* sums)
        {
            T* a1 = rows > 1 ? a0 + lda : a0, a2 = rows > 2 ? a1 + lda : a1, a3 = rows > 3 ? a2 + lda : a2;
            T* b1 = columns > 1 ? b0 + ldb : b0, b2 = columns > 2 ? b1 + ldb : b1, b3 = columns > 3 ? b2 + ldb : b2;
            if (rows == 1) One(a0, b0, b1, b2, b3, sums);
            else Four(a0, a1, a2, a3, b0, b1, b2, b3, sums);
        }

        private void One(T* a0, T* b0, T* b1, T* b2, T* b3, T* sums)
        {
            TV c0 = TS.Zero, c1 = TS.Zero, c2 = TS.Zero, c3 = TS.Zero, d0 = TS.Zero, d1 = TS.Zero, d2 = TS.Zero, d3 = TS.Zero;
            long t = 0;
            for (; t + 2 * TS.Lanes <= k; t += 2 * TS.Lanes)
            {
                TV x = TS.Load(a0 + t), y = TS.Load(a0 + t + TS.Lanes);
                c0 = TS.Fma(x, TS.Load(b0 + t), c0);
                c1 = TS.Fma(x, TS.Load(b1 + t), c1);
                c2 = TS.Fma(x, TS.Load(b2 + t), c2);
                c3 = TS.Fma(x, TS.Load(b3 + t), c3);
                d0 = TS.Fma(y, TS.Load(b0 + t + TS.Lanes), d0);
                d1 = TS.Fma(y, TS.Load(b1 + t + TS.Lanes), d1);
                d2 = TS.Fma(y, TS.Load(b2 + t + TS.Lanes), d2);
                d3 = TS.Fma(y, TS.Load(b3 + t + TS.Lanes), d3);
            }
            sums[0] = Rows.Plus(TS.Sum(TS.Add(c0, d0)), Rest(a0, b0, t));
            sums[1] = Rows.Plus(TS.Sum(TS.Add(c1, d1)), Rest(a0, b1, t));
            sums[2] = Rows.Plus(TS.Sum(TS.Add(c2, d2)), Rest(a0, b2, t));
            sums[3] = Rows.Plus(TS.Sum(TS.Add(c3, d3)), Rest(a0, b3, t));
        }

        private void Four(T* a0, T* a1, T* a2, T* a3, T* b0, T* b1, T* b2, T* b3, T* sums)
        {
            TV c00 = TS.Zero, c01 = TS.Zero, c02 = TS.Zero, c03 = TS.Zero, c10 = TS.Zero, c11 = TS.Zero, c12 = TS.Zero, c13 = TS.Zero;
            TV c20 = TS.Zero, c21 = TS.Zero, c22 = TS.Zero, c23 = TS.Zero, c30 = TS.Zero, c31 = TS.Zero, c32 = TS.Zero, c33 = TS.Zero;
            long t = 0;
            for (; t + TS.Lanes <= k; t += TS.Lanes)
            {
                TV x0 = TS.Load(a0 + t), x1 = TS.Load(a1 + t), x2 = TS.Load(a2 + t), x3 = TS.Load(a3 + t);
                var y = TS.Load(b0 + t);
                c00 = TS.Fma(x0, y, c00);
                c10 = TS.Fma(x1, y, c10);
                c20 = TS.Fma(x2, y, c20);
                c30 = TS.Fma(x3, y, c30);
                y = TS.Load(b1 + t);
                c01 = TS.Fma(x0, y, c01);
                c11 = TS.Fma(x1, y, c11);
                c21 = TS.Fma(x2, y, c21);
                c31 = TS.Fma(x3, y, c31);
                y = TS.Load(b2 + t);
                c02 = TS.Fma(x0, y, c02);
                c12 = TS.Fma(x1, y, c12);
                c22 = TS.Fma(x2, y, c22);
                c32 = TS.Fma(x3, y, c32);
                y = TS.Load(b3 + t);
                c03 = TS.Fma(x0, y, c03);
                c13 = TS.Fma(x1, y, c13);
                c23 = TS.Fma(x2, y, c23);
                c33 = TS.Fma(x3, y, c33);
            }
            Put(sums, a0, b0, b1, b2, b3, c00, c01, c02, c03, t);
            Put(sums + 4, a1, b0, b1, b2, b3, c10, c11, c12, c13, t);
            Put(sums + 8, a2, b0, b1, b2, b3, c20, c21, c22, c23, t);
            Put(sums + 12, a3, b0, b1, b2, b3, c30, c31, c32, c33, t);
        }

        private void Put(T* sums, T* x, T* b0, T* b1, T* b2, T* b3, TV c0, TV c1, TV c2, TV c3, long t)
        {
            sums[0] = Rows.Plus(TS.Sum(c0), Rest(x, b0, t));
            sums[1] = Rows.Plus(TS.Sum(c1), Rest(x, b1, t));
            sums[2] = Rows.Plus(TS.Sum(c2), Rest(x, b2, t));
            sums[3] = Rows.Plus(TS.Sum(c3), Rest(x, b3, t));
        }

        private T Rest(T* x, T* y, long t)
        {
            T sum = default;
            for (; t < k; t++) sum = SimdScalar<T>.Fma(x[t], y[t], sum);
            return sum;
        }
    }
}
