using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Conv;

/// <summary>
/// One row of the grid for at most four output channels (depthwise layers, the gradient of a picture's three channels):
/// too few to pay for building panels, so registers of neighbouring points are loaded from the planes themselves.
/// </summary>
internal static unsafe class DirectTaps
{
    /// <summary>Output channels that one call computes.</summary>
    public const int MostOutputs = 4;

    /// <param name="outputs">1 to 4.</param>
    /// <param name="k">Terms of the sum.</param>
    /// <param name="source">Grid point 0 of the row; read up to a register past its end.</param>
    /// <param name="offsets">Where term k lies relative to a point.</param>
    /// <param name="weights">[k, 4].</param>
    /// <param name="c">Rows of the outputs.</param>
    /// <param name="ldc">From one output's row to the next.</param>
    /// <param name="width">Points of the row.</param>
    /// <param name="accumulate">Adds to what the rows hold.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Row<T, TV, TS>(long outputs, long k, T* source, long* offsets, T* weights, T* c, long ldc, long width, bool accumulate)
        where T : unmanaged where TV : unmanaged where TS : struct, ISimd<T, TV>
    {
        var part = stackalloc T[4 * TS.Lanes];
        long x = 0;
        for (; x + 4 * TS.Lanes <= width; x += 4 * TS.Lanes)
        {
            if (outputs == 1) One<T, TV, TS>(k, source + x, offsets, weights, c + x, accumulate);
            else Wide<T, TV, TS>(outputs, k, source + x, offsets, weights, c + x, ldc, accumulate);
        }
        for (; x < width; x += TS.Lanes)
        {
            var count = Math.Min(TS.Lanes, width - x);
            if (outputs == 1 && count == TS.Lanes)
            {
                Single<T, TV, TS>(k, source + x, offsets, weights, c + x, accumulate);
                continue;
            }
            Narrow<T, TV, TS>(k, source + x, offsets, weights, part);
            for (long m = 0; m < outputs; m++)
            {
                var row = c + m * ldc + x;
                if (accumulate) Rows.Add(part + m * TS.Lanes, row, count);
                else Rows.Copy(part + m * TS.Lanes, row, count);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Wide<T, TV, TS>(long outputs, long k, T* source, long* offsets, T* weights, T* c, long ldc, bool accumulate)
        where T : unmanaged where TV : unmanaged where TS : struct, ISimd<T, TV>
    {
        TV c00 = TS.Zero, c01 = TS.Zero, c02 = TS.Zero, c03 = TS.Zero, c10 = TS.Zero, c11 = TS.Zero, c12 = TS.Zero, c13 = TS.Zero;
        TV c20 = TS.Zero, c21 = TS.Zero, c22 = TS.Zero, c23 = TS.Zero, c30 = TS.Zero, c31 = TS.Zero, c32 = TS.Zero, c33 = TS.Zero;
        for (long t = 0; t < k; t++, weights += 4)
        {
            var p = source + offsets[t];
            TV v0 = TS.Load(p), v1 = TS.Load(p + TS.Lanes), v2 = TS.Load(p + 2 * TS.Lanes), v3 = TS.Load(p + 3 * TS.Lanes);
            var w = TS.Splat(weights[0]);
            c00 = TS.Fma(w, v0, c00);
            c01 = TS.Fma(w, v1, c01);
            c02 = TS.Fma(w, v2, c02);
            c03 = TS.Fma(w, v3, c03);
            w = TS.Splat(weights[1]);
            c10 = TS.Fma(w, v0, c10);
            c11 = TS.Fma(w, v1, c11);
            c12 = TS.Fma(w, v2, c12);
            c13 = TS.Fma(w, v3, c13);
            w = TS.Splat(weights[2]);
            c20 = TS.Fma(w, v0, c20);
            c21 = TS.Fma(w, v1, c21);
            c22 = TS.Fma(w, v2, c22);
            c23 = TS.Fma(w, v3, c23);
            w = TS.Splat(weights[3]);
            c30 = TS.Fma(w, v0, c30);
            c31 = TS.Fma(w, v1, c31);
            c32 = TS.Fma(w, v2, c32);
            c33 = TS.Fma(w, v3, c33);
        }
        Put<T, TV, TS>(c, c00, c01, c02, c03, accumulate);
        if (outputs > 1) Put<T, TV, TS>(c + ldc, c10, c11, c12, c13, accumulate);
        if (outputs > 2) Put<T, TV, TS>(c + 2 * ldc, c20, c21, c22, c23, accumulate);
        if (outputs > 3) Put<T, TV, TS>(c + 3 * ldc, c30, c31, c32, c33, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One<T, TV, TS>(long k, T* source, long* offsets, T* weights, T* c, bool accumulate)
        where T : unmanaged where TV : unmanaged where TS : struct, ISimd<T, TV>
    {
        TV c0 = TS.Zero, c1 = TS.Zero, c2 = TS.Zero, c3 = TS.Zero;
        for (long t = 0; t < k; t++, weights += 4)
        {
            var p = source + offsets[t];
            var w = TS.Splat(weights[0]);
            c0 = TS.Fma(w, TS.Load(p), c0);
            c1 = TS.Fma(w, TS.Load(p + TS.Lanes), c1);
            c2 = TS.Fma(w, TS.Load(p + 2 * TS.Lanes), c2);
            c3 = TS.Fma(w, TS.Load(p + 3 * TS.Lanes), c3);
        }
        Put<T, TV, TS>(c, c0, c1, c2, c3, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Single<T, TV, TS>(long k, T* source, long* offsets, T* weights, T* c, bool accumulate)
        where T : unmanaged where TV : unmanaged where TS : struct, ISimd<T, TV>
    {
        var sum = TS.Zero;
        for (long t = 0; t < k; t++, weights += 4) sum = TS.Fma(TS.Splat(*weights), TS.Load(source + offsets[t]), sum);
        TS.Store(c, accumulate ? TS.Add(sum, TS.Load(c)) : sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow<T, TV, TS>(long k, T* source, long* offsets, T* weights, T* part)
        where T : unmanaged where TV : unmanaged where TS : struct, ISimd<T, TV>
    {
        TV c0 = TS.Zero, c1 = TS.Zero, c2 = TS.Zero, c3 = TS.Zero;
        for (long t = 0; t < k; t++, weights += 4)
        {
            var v = TS.Load(source + offsets[t]);
            c0 = TS.Fma(TS.Splat(weights[0]), v, c0);
            c1 = TS.Fma(TS.Splat(weights[1]), v, c1);
            c2 = TS.Fma(TS.Splat(weights[2]), v, c2);
            c3 = TS.Fma(TS.Splat(weights[3]), v, c3);
        }
        TS.Store(part, c0);
        TS.Store(part + TS.Lanes, c1);
        TS.Store(part + 2 * TS.Lanes, c2);
        TS.Store(part + 3 * TS.Lanes, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<T, TV, TS>(T* c, TV v0, TV v1, TV v2, TV v3, bool accumulate)
        where T : unmanaged where TV : unmanaged where TS : struct, ISimd<T, TV>
    {
        if (accumulate)
        {
            v0 = TS.Add(v0, TS.Load(c));
            v1 = TS.Add(v1, TS.Load(c + TS.Lanes));
            v2 = TS.Add(v2, TS.Load(c + 2 * TS.Lanes));
            v3 = TS.Add(v3, TS.Load(c + 3 * TS.Lanes));
        }
        TS.Store(c, v0);
        TS.Store(c + TS.Lanes, v1);
        TS.Store(c + 2 * TS.Lanes, v2);
        TS.Store(c + 3 * TS.Lanes, v3);
    }
}
