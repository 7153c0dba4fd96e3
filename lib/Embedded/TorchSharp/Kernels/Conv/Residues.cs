using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels.Conv;

/// <summary>Sorts elements of four bytes by even and odd place, and back, eight at a time.</summary>
internal static unsafe class Residues
{
    /// <summary>even[i] = source[2 i], odd[i] = source[2 i + 1].</summary>
    /// <returns>How many of the pairs were sorted: all, or none where there are too few for a register.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long Split<T>(T* source, T* even, T* odd, long pairs) where T : unmanaged
    {
        if (!Fits<T>(pairs)) return 0;
        for (long i = 0; i < pairs; i += 4)
        {
            // The last register ends with the pairs and repeats some of the one before.
            var at = Math.Min(i, pairs - 4);
            var v = Vector256.Shuffle(Vector256.Load((int*)(source + 2 * at)), Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7));
            v.GetLower().Store((int*)(even + at));
            v.GetUpper().Store((int*)(odd + at));
        }
        return pairs;
    }

    /// <summary>target[2 i] = even[i], target[2 i + 1] = odd[i].</summary>
    /// <returns>How many of the pairs were joined: all, or none where there are too few for a register.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long Join<T>(T* even, T* odd, T* target, long pairs) where T : unmanaged
    {
        if (!Fits<T>(pairs)) return 0;
        for (long i = 0; i < pairs; i += 4)
        {
            var at = Math.Min(i, pairs - 4);
            var v = Vector256.Create(Vector128.Load((int*)(even + at)), Vector128.Load((int*)(odd + at)));
            Vector256.Shuffle(v, Vector256.Create(0, 4, 1, 5, 2, 6, 3, 7)).Store((int*)(target + 2 * at));
        }
        return pairs;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Fits<T>(long pairs) where T : unmanaged => sizeof(T) == 4 && pairs >= 4 && Vector256.IsHardwareAccelerated;
}
