using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels;

/// <summary>
/// Positions picked along the middle dimension of a contiguous [outer, size, inner], and the sum of such picks back. Sums
/// are cut across the other dimensions, so that each element adds up in the order of the positions.
/// </summary>
internal static unsafe class SelectRows
{
    private const long Segment = 512;

    /// <summary>y[o, i, :] = x[o, at[i], :].</summary>
    public static void Get<T>(long outer, long size, long inner, ReadOnlySpan<long> at, T* x, T* y) where T : unmanaged
    {
        fixed (long* p = at) WorkerTeam.For(outer * at.Length, Math.Max(1, 16384 / Math.Max(1, inner)), new GetBody<T>(size, inner, p, at.Length, x, y));
    }

    /// <summary>x[o, at[i], :] += y[o, i, :].</summary>
    public static void Add<T>(long outer, long size, long inner, ReadOnlySpan<long> at, T* x, T* y) where T : unmanaged, INumber<T>
    {
        var segments = (inner + Segment - 1) / Segment;
        fixed (long* p = at)
            WorkerTeam.For(outer * segments, Math.Max(1, 16384 / Math.Max(1, at.Length * Math.Min(inner, Segment))), new AddBody<T>(size, inner, segments, p, at.Length, x, y));
    }

    private readonly struct GetBody<T>(long size, long inner, long* at, long count, T* x, T* y) : IRangeBody where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var (o, i) = Math.DivRem(from, count);
            for (var row = from; row < to; row++)
            {
                var source = x + (o * size + at[i]) * inner;
                if (inner == 1) y[row] = *source;
                else Rows.Copy(source, y + row * inner, inner);
                if (++i < count) continue;
                i = 0;
                o++;
            }
        }
    }

    private readonly struct AddBody<T>(long size, long inner, long segments, long* at, long count, T* x, T* y) : IRangeBody where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            for (var unit = from; unit < to; unit++)
            {
                var (o, segment) = Math.DivRem(unit, segments);
                var start = segment * Segment;
                var n = Math.Min(Segment, inner - start);
                for (long i = 0; i < count; i++)
                {
                    T* target = x + (o * size + at[i]) * inner + start, source = y + (o * count + i) * inner + start;
                    long j = 0;
                    for (; j + Vector<T>.Count <= n; j += Vector<T>.Count) (Vector.Load(target + j) + Vector.Load(source + j)).Store(target + j);
                    for (; j < n; j++) target[j] += source[j];
                }
            }
        }
    }
}
