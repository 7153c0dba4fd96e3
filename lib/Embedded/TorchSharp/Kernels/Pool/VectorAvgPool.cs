using System.Numerics;
using TorchSharp.Kernels.Conv;
using TorchSharp.Memory;

namespace TorchSharp.Kernels.Pool;

/// <summary>
/// Average pooling of floating planes, a register of outputs at a time: the plane is padded with zeros and its columns sorted
/// by residue modulo the stride, so the same tap of neighbouring windows is one load. Taps add up in row-major order.
/// </summary>
internal static unsafe class VectorAvgPool
{
    public static bool Fits<T>(in PoolShape s) => (typeof(T) == typeof(float) || typeof(T) == typeof(double)) && s.OW >= 4;

    /// <summary>The divisors of a row of windows are the rows that a window counts times the columns that it counts.</summary>
    /// <param name="s">The sizes.</param>
    /// <param name="countIncludePad">Whether padding counts.</param>
    /// <param name="divisor">The divisor of all windows, if the caller gave one.</param>
    /// <param name="planes">How many planes follow each other.</param>
    /// <param name="input">Planes [H, W].</param>
    /// <param name="output">Planes [OH, OW].</param>
    public static void Run<T>(in PoolShape s, bool countIncludePad, long? divisor, long planes, T* input, T* output) where T : unmanaged, INumber<T>
    {
        long rows = (s.OH - 1) * s.SH + s.KH, columns = (s.OW - 1) * s.SW + s.KW;
        var perResidue = Planes.Columns(columns, s.SW);
        var pitch = perResidue * s.SW;
        var lanes = Vector<T>.Count;
        using var plane = new Scratch<T>(rows * pitch + lanes);
        using var across = new Scratch<T>(s.OW + lanes);
        var rest = stackalloc T[lanes];
        for (long ox = 0; ox < s.OW + lanes; ox++)
            across.Pointer[ox] = T.CreateTruncating(divisor ?? Counted(ox, s.SW, s.PW, s.KW, s.W, countIncludePad));
        for (long p = 0; p < planes; p++, input += s.H * s.W)
        {
            Planes.Fill(input, s.H, s.W, -s.PH, -s.PW, s.SW, rows, columns, plane.Pointer);
            for (long oy = 0; oy < s.OH; oy++, output += s.OW)
            {
                var down = new Vector<T>(T.CreateTruncating(divisor is null ? Counted(oy, s.SH, s.PH, s.KH, s.H, countIncludePad) : 1));
                for (long ox = 0; ox < s.OW; ox += lanes)
                {
                    var mean = Sums(s, plane.Pointer + oy * s.SH * pitch + ox, pitch, perResidue) / (down * Vector.Load(across.Pointer + ox));
                    if (ox + lanes <= s.OW)
                    {
                        Vector.Store(mean, output + ox);
                        continue;
                    }
                    Vector.Store(mean, rest);
                    for (var i = 0; ox + i < s.OW; i++) output[ox + i] = rest[i];
                }
            }
        }
    }

    private static Vector<T> Sums<T>(in PoolShape s, T* plane, long pitch, long perResidue) where T : unmanaged
    {
        var sum = Vector<T>.Zero;
        for (long i = 0; i < s.KH; i++, plane += pitch)
            for (long j = 0; j < s.KW; j++)
                sum += Vector.Load(plane + j % s.SW * perResidue + j / s.SW);
        return sum;
    }

    // The elements of a window along one dimension; a window of padding alone has a sum of zero, whatever it is divided by.
    private static long Counted(long o, long stride, long padding, long kernel, long size, bool countIncludePad)
    {
        long from = o * stride - padding, to = Math.Min(from + kernel, size + padding);
        return Math.Max(1, countIncludePad ? to - from : Math.Min(to, size) - Math.Max(from, 0));
    }
}
