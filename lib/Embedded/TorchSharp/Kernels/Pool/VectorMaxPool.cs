using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Memory;

namespace TorchSharp.Kernels.Pool;

/// <summary>
/// Max pooling of float32 planes, a register of outputs at a time over a <see cref="TapPlane"/> padded with minus infinity.
/// Taps come in row-major order, so the first of equal elements wins as in the plain loop.
/// </summary>
internal static unsafe class VectorMaxPool
{
    public static bool Fits(in PoolShape s) => s.DH == 1 && s.DW == 1 && s.OW >= 4 && s.H * s.W < int.MaxValue / 2;

    /// <param name="s">The sizes.</param>
    /// <param name="planes">How many planes follow each other.</param>
    /// <param name="input">Planes [H, W].</param>
    /// <param name="output">Planes [OH, OW].</param>
    /// <param name="indices">Planes [OH, OW], or null where nobody asks where the maxima were.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(in PoolShape s, long planes, float* input, float* output, long* indices)
    {
        var grid = new TapPlane(s);
        var count = (int)(s.KH * s.KW);
        using var plane = new Scratch<float>(grid.Elements + Vector<float>.Count);
        using var taps = new Scratch<long>(count);
        using var places = new Scratch<int>(count);
        grid.Offsets(taps.Pointer);
        for (var t = 0; t < count; t++) places.Pointer[t] = (int)(t / s.KW * s.W + t % s.KW);
        var end = output + planes * s.OH * s.OW;
        for (long p = 0; p < planes; p++, input += s.H * s.W)
        {
            grid.Fill(input, plane.Pointer, float.NegativeInfinity);
            for (long oy = 0; oy < s.OH; oy++, output += s.OW)
            {
                var row = plane.Pointer + oy * s.SH * grid.Pitch;
                // What runs past a row is overwritten by the next one.
                if (indices is null)
                {
                    for (long ox = 0; ox < s.OW; ox += Vector<float>.Count)
                        Rows.StoreUpTo(Largest(row + ox, taps.Pointer, count), output + ox, end);
                    continue;
                }
                for (long ox = 0; ox < s.OW; ox += Vector<float>.Count)
                {
                    var best = Largest(s, row + ox, taps.Pointer, places.Pointer, count, oy * s.SH - s.PH, ox * s.SW - s.PW, out var which);
                    Rows.StoreUpTo(best, output + ox, end);
                    Vector.Widen(which, out var low, out var high);
                    Rows.StoreUpTo(low, indices + ox, indices + (end - output));
                    Rows.StoreUpTo(high, indices + ox + Vector<long>.Count, indices + (end - output));
                }
                indices += s.OW;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Largest(float* plane, long* taps, int count)
    {
        var best = new Vector<float>(float.NegativeInfinity);
        for (var t = 0; t < count; t++)
        {
            var v = Vector.Load(plane + taps[t]);
            best = Vector.ConditionalSelect(Vector.GreaterThan(v, best) | ~Vector.Equals(v, v), v, best);
        }
        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Largest(in PoolShape s, float* plane, long* taps, int* places, int count, long top, long left, out Vector<int> which)
    {
        var first = Vector<int>.Indices * (int)s.SW + new Vector<int>((int)(top * s.W + left));
        var best = new Vector<float>(float.NegativeInfinity);
        // Where all is minus infinity, the first element inside the map is the maximum.
        which = Vector.Max(Vector<int>.Indices * (int)s.SW + new Vector<int>((int)left), Vector<int>.Zero) + new Vector<int>((int)(Math.Max(top, 0) * s.W));
        for (var t = 0; t < count; t++)
        {
            var v = Vector.Load(plane + taps[t]);
            var better = Vector.GreaterThan(v, best) | ~Vector.Equals(v, v);
            best = Vector.ConditionalSelect(better, v, best);
            which = Vector.ConditionalSelect(better, first + new Vector<int>(places[t]), which);
        }
        return best;
    }
}
