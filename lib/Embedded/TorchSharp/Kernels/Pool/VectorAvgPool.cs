using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Memory;

namespace TorchSharp.Kernels.Pool;

/// <summary>
/// Average pooling of floating planes, a register of outputs at a time over a <see cref="TapPlane"/> padded with zeros.
/// Taps add up in row-major order.
/// </summary>
internal static unsafe class VectorAvgPool
{
    public static bool Fits<T>(in PoolShape s) => (typeof(T) == typeof(float) || typeof(T) == typeof(double)) && s.OW >= 4;

    /// <param name="s">The sizes.</param>
    /// <param name="countIncludePad">Whether padding counts.</param>
    /// <param name="divisor">The divisor of all windows, if the caller gave one.</param>
    /// <param name="planes">How many planes follow each other.</param>
    /// <param name="input">Planes [H, W].</param>
    /// <param name="output">Planes [OH, OW].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward<T>(in PoolShape s, bool countIncludePad, long? divisor, long planes, T* input, T* output) where T : unmanaged, INumber<T>
    {
        var grid = new TapPlane(s);
        var count = (int)(s.KH * s.KW);
        using var plane = new Scratch<T>(grid.Elements + Vector<T>.Count);
        using var across = new Scratch<T>(s.OW + Vector<T>.Count);
        using var taps = new Scratch<long>(count);
        Across(s, countIncludePad, divisor, across.Pointer);
        grid.Offsets(taps.Pointer);
        var end = output + planes * s.OH * s.OW;
        for (long p = 0; p < planes; p++, input += s.H * s.W)
        {
            grid.Fill(input, plane.Pointer);
            for (long oy = 0; oy < s.OH; oy++, output += s.OW)
            {
                var down = new Vector<T>(Down<T>(s, countIncludePad, divisor, oy));
                var row = plane.Pointer + oy * s.SH * grid.Pitch;
                for (long ox = 0; ox < s.OW; ox += Vector<T>.Count)
                {
                    var sum = Vector<T>.Zero;
                    for (var t = 0; t < count; t++) sum += Vector.Load(row + ox + taps.Pointer[t]);
                    // What runs past the row is overwritten by the next one.
                    Rows.StoreUpTo(sum / (down * Vector.Load(across.Pointer + ox)), output + ox, end);
                }
            }
        }
    }

    /// <summary>
    /// The shares of a row of windows are added to the columns of their taps, and those to the rows of their taps.
    /// </summary>
    /// <param name="s">The sizes.</param>
    /// <param name="countIncludePad">Whether padding counts.</param>
    /// <param name="divisor">The divisor of all windows, if the caller gave one.</param>
    /// <param name="planes">How many planes follow each other.</param>
    /// <param name="outputGrad">Planes [OH, OW].</param>
    /// <param name="inputGrad">Planes [H, W], overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward<T>(in PoolShape s, bool countIncludePad, long? divisor, long planes, T* outputGrad, T* inputGrad) where T : unmanaged, INumber<T>
    {
        var grid = new TapPlane(s);
        var lanes = Vector<T>.Count;
        using var plane = new Scratch<T>(grid.Elements);
        using var across = new Scratch<T>(s.OW + lanes);
        using var shares = new Scratch<T>(s.OW);
        using var columns = new Scratch<T>(grid.Pitch);
        Across(s, countIncludePad, divisor, across.Pointer);
        for (long p = 0; p < planes; p++, inputGrad += s.H * s.W)
        {
            Rows.Clear(plane.Pointer, grid.Elements);
            for (long oy = 0; oy < s.OH; oy++, outputGrad += s.OW)
            {
                var down = Down<T>(s, countIncludePad, divisor, oy);
                long ox = 0;
                for (; ox + lanes <= s.OW; ox += lanes)
                    Vector.Store(Vector.Load(outputGrad + ox) / (new Vector<T>(down) * Vector.Load(across.Pointer + ox)), shares.Pointer + ox);
                for (; ox < s.OW; ox++) shares.Pointer[ox] = outputGrad[ox] / (down * across.Pointer[ox]);
                Rows.Clear(columns.Pointer, grid.Pitch);
                for (long j = 0; j < s.KW; j++) Rows.Add(shares.Pointer, columns.Pointer + grid.Column(j), s.OW);
                for (long i = 0; i < s.KH; i++) Rows.Add(columns.Pointer, plane.Pointer + (oy * s.SH + i) * grid.Pitch, grid.Pitch);
            }
            if (grid.Rows - s.PH < s.H || grid.Columns - s.PW < s.W) Rows.Clear(inputGrad, s.H * s.W);
            grid.Empty(plane.Pointer, inputGrad);
        }
    }

    // A window's divisor is the number of its columns that count times the number of its rows.
    private static void Across<T>(in PoolShape s, bool countIncludePad, long? divisor, T* across) where T : unmanaged, INumber<T>
    {
        for (long ox = 0; ox < s.OW + Vector<T>.Count; ox++)
            across[ox] = T.CreateTruncating(divisor ?? Counted(ox, s.SW, s.PW, s.KW, s.W, countIncludePad));
    }

    private static T Down<T>(in PoolShape s, bool countIncludePad, long? divisor, long oy) where T : unmanaged, INumber<T> =>
        T.CreateTruncating(divisor is null ? Counted(oy, s.SH, s.PH, s.KH, s.H, countIncludePad) : 1);

    // The elements of a window along one dimension; a window of padding alone has a sum of zero, whatever it is divided by.
    private static long Counted(long o, long stride, long padding, long kernel, long size, bool countIncludePad)
    {
        long from = o * stride - padding, to = Math.Min(from + kernel, size + padding);
        return Math.Max(1, countIncludePad ? to - from : Math.Min(to, size) - Math.Max(from, 0));
    }
}
