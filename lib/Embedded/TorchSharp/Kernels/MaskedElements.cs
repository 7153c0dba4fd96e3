using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Threading;

namespace TorchSharp.Kernels;

/// <summary>
/// The elements of a vector where a mask is not zero, packed, and their way back. The vector is cut into parts whose
/// places in the result come from a count of the mask. Without branches: a mask is as hard to foresee as its data.
/// </summary>
internal static unsafe class MaskedElements
{
    private const long Part = 16384;
    private const long Block = 1024;

    private static long Parts(long n) => (n + Part - 1) / Part;

    /// <summary>Where each part's elements begin in the result, and at the end how many there are in all.</summary>
    public static long[] Places(byte* mask, long n)
    {
        var places = new long[Parts(n) + 1];
        fixed (long* p = places) WorkerTeam.For(Parts(n), 4, new CountBody(mask, n, p));
        for (var i = 1; i < places.Length; i++) places[i] += places[i - 1];
        return places;
    }

    /// <summary>y = x where the mask holds.</summary>
    public static void Pack<T>(byte* mask, long n, ReadOnlySpan<long> places, T* x, T* y) where T : unmanaged
    {
        fixed (long* p = places) WorkerTeam.For(Parts(n), 2, new PackBody<T>(mask, n, p, x, y));
    }

    /// <summary>x = the next of y where the mask holds, else zero.</summary>
    public static void Unpack<T>(byte* mask, long n, ReadOnlySpan<long> places, T* y, T* x) where T : unmanaged, IBinaryInteger<T>
    {
        fixed (long* p = places) WorkerTeam.For(Parts(n), 2, new UnpackBody<T>(mask, n, p, y, x));
    }

    private readonly struct CountBody(byte* mask, long n, long* places) : IRangeBody
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            for (var part = from; part < to; part++)
            {
                long count = 0;
                var end = Math.Min(n, (part + 1) * Part);
                for (var i = part * Part; i < end;)
                {
                    // A lane counts to 255 at most.
                    var zeros = Vector<byte>.Zero;
                    var start = i;
                    var stop = Math.Min(end, i + 255 * Vector<byte>.Count);
                    for (; i + Vector<byte>.Count <= stop; i += Vector<byte>.Count) zeros -= Vector.Equals(Vector.Load(mask + i), Vector<byte>.Zero);
                    Vector.Widen(zeros, out var low, out var high);
                    count += i - start - Vector.Sum(low + high);
                    if (i + Vector<byte>.Count <= end) continue;
                    for (; i < end; i++) count += mask[i] != 0 ? 1 : 0;
                }
                places[part + 1] = count;
            }
        }
    }

    private readonly struct PackBody<T>(byte* mask, long n, long* places, T* x, T* y) : IRangeBody where T : unmanaged
    {
        [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var packed = stackalloc T[(int)Block + 1];
            for (var part = from; part < to; part++)
            {
                var target = y + places[part];
                var end = Math.Min(n, (part + 1) * Part);
                for (var start = part * Part; start < end; start += Block)
                {
                    long count = 0;
                    for (var i = start; i < Math.Min(end, start + Block); i++)
                    {
                        packed[count] = x[i];
                        count += mask[i] != 0 ? 1 : 0;
                    }
                    Rows.Copy(packed, target, count);
                    target += count;
                }
            }
        }
    }

    private readonly struct UnpackBody<T>(byte* mask, long n, long* places, T* y, T* x) : IRangeBody where T : unmanaged, IBinaryInteger<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            for (var part = from; part < to; part++)
            {
                var source = y + places[part];
                var end = Math.Min(n, (part + 1) * Part);
                for (var i = part * Part; i < end; i++)
                {
                    // After the last one this reads into the slack that every buffer has.
                    var holds = mask[i] != 0 ? 1 : 0;
                    x[i] = *source & T.CreateTruncating(-holds);
                    source += holds;
                }
            }
        }
    }
}
