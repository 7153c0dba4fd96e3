using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels.Pool;

/// <summary>
/// 2x2 windows with step 2 and without padding, where nobody asks for places: the larger of two rows first, then of
/// neighbours, straight from the map.
/// </summary>
internal static unsafe class PairMaxPool
{
    public static bool Fits(in PoolShape s) => Vector256.IsHardwareAccelerated && s is { KH: 2, KW: 2, SH: 2, SW: 2, PH: 0, PW: 0, DH: 1, DW: 1, OW: >= 8 }
        && 2 * s.OH <= s.H && 2 * s.OW <= s.W;

    /// <param name="s">The sizes.</param>
    /// <param name="planes">How many planes follow each other.</param>
    /// <param name="input">Planes [H, W].</param>
    /// <param name="output">Planes [OH, OW].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in PoolShape s, long planes, float* input, float* output)
    {
        for (long p = 0; p < planes; p++, input += s.H * s.W)
            for (long y = 0; y < s.OH; y++, output += s.OW)
            {
                float* top = input + 2 * y * s.W, bottom = top + s.W;
                for (long x = 0; x < s.OW; x += Vector256<float>.Count)
                {
                    // The last register of a row ends with it and repeats some of the one before.
                    var at = Math.Min(x, s.OW - Vector256<float>.Count);
                    var left = Sorted(Larger(Vector256.Load(top + 2 * at), Vector256.Load(bottom + 2 * at)));
                    var right = Sorted(Larger(Vector256.Load(top + 2 * at + 8), Vector256.Load(bottom + 2 * at + 8)));
                    Larger(Vector256.Create(left.GetLower(), right.GetLower()), Vector256.Create(left.GetUpper(), right.GetUpper())).Store(output + at);
                }
            }
    }

    // Even places, then odd ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Sorted(Vector256<float> v) => Vector256.Shuffle(v, Vector256.Create(0, 2, 4, 6, 1, 3, 5, 7));

    // NaN wins.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Larger(Vector256<float> a, Vector256<float> b) =>
        Vector256.ConditionalSelect(Vector256.GreaterThan(b, a) | ~Vector256.Equals(b, b), b, a);
}
