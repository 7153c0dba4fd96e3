using System.Numerics;
using TorchSharp.Kernels.Conv;
using TorchSharp.Memory;

namespace TorchSharp.Kernels.Pool;

/// <summary>
/// Max pooling of float32 planes, a register of outputs at a time: the plane is padded with minus infinity and its columns
/// sorted by residue modulo the stride, so the same tap of neighbouring windows is one load. Taps come in row-major order,
/// so the first of equal elements wins as in the plain loop.
/// </summary>
internal static unsafe class VectorMaxPool
{
    public static bool Fits(in PoolShape s) => s.DH == 1 && s.DW == 1 && s.OW >= 4 && s.H * s.W < int.MaxValue / 2;

    public static void Plane(in PoolShape s, float* input, float* output, long* indices)
    {
        long rows = (s.OH - 1) * s.SH + s.KH, columns = (s.OW - 1) * s.SW + s.KW;
        var perResidue = Planes.Columns(columns, s.SW);
        var pitch = perResidue * s.SW;
        var lanes = Vector<float>.Count;
        using var plane = new Scratch<float>(rows * pitch + lanes);
        Planes.Fill(input, s.H, s.W, -s.PH, -s.PW, s.SW, rows, columns, plane.Pointer, float.NegativeInfinity);

        var value = stackalloc float[lanes];
        var place = stackalloc int[lanes];
        for (long oy = 0; oy < s.OH; oy++, output += s.OW, indices += s.OW)
            for (long ox = 0; ox < s.OW; ox += lanes)
            {
                Windows(s, plane.Pointer + oy * s.SH * pitch + ox, pitch, perResidue, oy, ox, out var best, out var which);
                if (ox + lanes <= s.OW)
                {
                    Vector.Store(best, output + ox);
                    Vector.Widen(which, out var low, out var high);
                    Vector.Store(low, indices + ox);
                    Vector.Store(high, indices + ox + lanes / 2);
                    continue;
                }
                Vector.Store(best, value);
                Vector.Store(which, place);
                for (var i = 0; ox + i < s.OW; i++) (output[ox + i], indices[ox + i]) = (value[i], place[i]);
            }
    }

    private static void Windows(in PoolShape s, float* plane, long pitch, long perResidue, long oy, long ox, out Vector<float> best, out Vector<int> which)
    {
        long top = oy * s.SH - s.PH, left = ox * s.SW - s.PW;
        var columns = Vector<int>.Indices * (int)s.SW + new Vector<int>((int)left);
        var row = top * s.W;
        best = new Vector<float>(float.NegativeInfinity);
        // Where all is minus infinity, the first element inside the map is the maximum.
        which = Vector.Max(columns, Vector<int>.Zero) + new Vector<int>((int)(Math.Max(top, 0) * s.W));
        for (long i = 0; i < s.KH; i++, plane += pitch, row += s.W)
            for (long j = 0; j < s.KW; j++)
            {
                var v = Vector.Load(plane + j % s.SW * perResidue + j / s.SW);
                var better = Vector.GreaterThan(v, best) | ~Vector.Equals(v, v);
                best = Vector.ConditionalSelect(better, v, best);
                which = Vector.ConditionalSelect(better, columns + new Vector<int>((int)(row + j)), which);
            }
    }
}
