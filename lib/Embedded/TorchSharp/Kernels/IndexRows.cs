using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels;

/// <summary>Copies picked groups of elements out of a strided tensor, or back into one.</summary>
internal static unsafe class IndexRows
{
    /// <summary>y[i, j] = x[offsets[i] + rest[j]].</summary>
    public static void Get<T>(T* x, long[] offsets, long[] rest, T* y) where T : unmanaged =>
        WorkerTeam.For(offsets.Length, Math.Max(1, 8192 / Math.Max(1, rest.Length)), new GetBody<T>(x, offsets, rest, IsRun(rest), y));

    /// <summary>x[offsets[i] + rest[j]] = y[i, j]; the last of equal offsets wins.</summary>
    public static void Put<T>(T* x, long[] offsets, long[] rest, T* y) where T : unmanaged
    {
        var n = rest.Length;
        for (var i = 0; i < offsets.Length; i++)
            for (var j = 0; j < n; j++) x[offsets[i] + rest[j]] = y[(long)i * n + j];
    }

    /// <summary>x[offsets[i] + rest[j]] += y[i, j], one after another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<T>(T* x, long[] offsets, long[] rest, T* y) where T : unmanaged, INumber<T>
    {
        var n = rest.Length;
        if (n > 0 && (typeof(T) == typeof(float) || typeof(T) == typeof(double)) && IsRun(rest))
        {
            for (var i = 0; i < offsets.Length; i++) Rows.Add(y + (long)i * n, x + offsets[i] + rest[0], n);
            return;
        }
        for (var i = 0; i < offsets.Length; i++)
            for (var j = 0; j < n; j++) x[offsets[i] + rest[j]] += y[(long)i * n + j];
    }

    private static bool IsRun(long[] rest)
    {
        for (var j = 1; j < rest.Length; j++)
            if (rest[j] != rest[j - 1] + 1) return false;
        return true;
    }

    private readonly struct GetBody<T>(T* x, long[] offsets, long[] rest, bool run, T* y) : IRangeBody where T : unmanaged
    {
        // Short rows are copied here: a call for each would take longer than its copy.
        private const long Short = 1024;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            long n = rest.Length;
            if (n == 0) return;
            for (var i = from; i < to; i++)
            {
                var row = x + offsets[i];
                var to2 = y + i * n;
                if (run && n * sizeof(T) > Short) Rows.Copy(row + rest[0], to2, n);
                else if (run)
                {
                    row += rest[0];
                    long j = 0;
                    for (; j + Vector<T>.Count <= n; j += Vector<T>.Count) Vector.Store(Vector.Load(row + j), to2 + j);
                    for (; j < n; j++) to2[j] = row[j];
                }
                else
                    for (long j = 0; j < n; j++) to2[j] = row[rest[j]];
            }
        }
    }
}
