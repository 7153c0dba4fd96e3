using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>
/// Copies elements between tensors of any geometry: runs as they lie, expanded ones as fills, flipped ones turned round
/// register by register, permuted ones by blocks.
/// </summary>
internal static unsafe class StridedCopy
{
    public static void Run<T>(ReadOnlySpan<long> shape, T* y, ReadOnlySpan<long> sy, T* x, ReadOnlySpan<long> sx) where T : unmanaged =>
        new StridedLoop(shape, sy, sx).RunPlanes(new Body<T>(y, x));

    private readonly struct Body<T>(T* y, T* x) : IPlaneBody where T : unmanaged
    {
        public void Run(long o0, long o1, long s0, long s1, long n, long t0, long t1, long m)
        {
            T* to = y + o0, from = x + o1;
            if (s0 != 1) Scattered(to, s0, t0, from, s1, t1, n, m);
            else if (s1 == 1) Runs(to, t0, from, t1, n, m);
            else if (s1 == 0) Fills(to, t0, from, t1, n, m);
            else if (s1 == -1) Reversed(to, t0, from, t1, n, m);
            else if (s1 == 2 && sizeof(T) == 4 && Avx2.IsSupported) Halved((int*)to, t0, (int*)from, t1, n, m);
            else if (t1 == 1) Transposition.Matrix(from, s1, n, m, to, t0);
            else Scattered(to, 1, t0, from, s1, t1, n, m);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scattered<T>(T* y, long s0, long t0, T* x, long s1, long t1, long n, long m) where T : unmanaged
    {
        for (; m > 0; m--, y += t0, x += t1)
            for (long i = 0; i < n; i++) y[i * s0] = x[i * s1];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Runs<T>(T* y, long t0, T* x, long t1, long n, long m) where T : unmanaged
    {
        var w = Vector<T>.Count;
        for (; m > 0; m--, y += t0, x += t1)
        {
            if (n > 32 * w)
            {
                Rows.Copy(x, y, n);
                continue;
            }
            long i = 0;
            for (; i + w <= n; i += w) Vector.Store(Vector.Load(x + i), y + i);
            for (; i < n; i++) y[i] = x[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fills<T>(T* y, long t0, T* x, long t1, long n, long m) where T : unmanaged
    {
        var w = Vector<T>.Count;
        for (; m > 0; m--, y += t0, x += t1)
        {
            var v = new Vector<T>(*x);
            long i = 0;
            for (; i + w <= n; i += w) Vector.Store(v, y + i);
            for (; i < n; i++) y[i] = *x;
        }
    }

    // x points to the last element in memory, which comes first.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Reversed<T>(T* y, long t0, T* x, long t1, long n, long m) where T : unmanaged
    {
        for (; m > 0; m--, y += t0, x += t1)
        {
            long i = 0;
            if (sizeof(T) == 4)
            {
                for (; i + 8 <= n; i += 8) Vector256.Shuffle(Vector256.Load((int*)(x - i - 7)), Vector256.Create(7, 6, 5, 4, 3, 2, 1, 0)).Store((int*)(y + i));
            }
            else if (sizeof(T) == 1)
            {
                for (; i + 16 <= n; i += 16)
                    Vector128.Shuffle(Vector128.Load((byte*)(x - i - 15)), Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)).Store((byte*)(y + i));
            }
            for (; i < n; i++) y[i] = x[-i];
        }
    }

    // Every second element. The second register begins one early, so that nothing behind the last element is read.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Halved(int* y, long t0, int* x, long t1, long n, long m)
    {
        for (; m > 0; m--, y += t0, x += t1)
        {
            long i = 0;
            for (; i + 8 <= n; i += 8)
            {
                var pairs = Avx.Shuffle(Vector256.Load((float*)(x + 2 * i)), Vector256.Load((float*)(x + 2 * i + 7)), 0b11_01_10_00);
                Avx2.Permute4x64(pairs.AsInt64(), 0b11_01_10_00).AsInt32().Store(y + i);
            }
            for (; i < n; i++) y[i] = x[2 * i];
        }
    }
}
