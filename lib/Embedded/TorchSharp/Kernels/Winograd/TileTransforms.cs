using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Winograd;

/// <summary>The two-dimensional transforms of one tile, one register of channels at a time: columns first, then rows.</summary>
internal static unsafe class TileTransforms<TV, TS> where TV : unmanaged where TS : struct, ISimd<float, TV>
{
    /// <summary>to[i * 6 + j] = (B^T d B)[i, j] with steps of <paramref name="step"/> elements; d is 6x6 pixels.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Input(float* d, long rowPitch, long pixelPitch, float* to, long step)
    {
        var half = stackalloc TV[36];
        for (var j = 0; j < 6; j++, d += pixelPitch)
        {
            F43.Input<TV, TS>(TS.Load(d), TS.Load(d + rowPitch), TS.Load(d + 2 * rowPitch), TS.Load(d + 3 * rowPitch), TS.Load(d + 4 * rowPitch), TS.Load(d + 5 * rowPitch),
                out half[j], out half[6 + j], out half[12 + j], out half[18 + j], out half[24 + j], out half[30 + j]);
        }
        for (var i = 0; i < 6; i++, to += 6 * step)
        {
            var h = half + 6 * i;
            F43.Input<TV, TS>(h[0], h[1], h[2], h[3], h[4], h[5], out var t0, out var t1, out var t2, out var t3, out var t4, out var t5);
            TS.Store(to, t0);
            TS.Store(to + step, t1);
            TS.Store(to + 2 * step, t2);
            TS.Store(to + 3 * step, t3);
            TS.Store(to + 4 * step, t4);
            TS.Store(to + 5 * step, t5);
        }
    }

    /// <summary>y[i, j] = (A^T m A)[i, j] + bias for 4x4 pixels, m[i * 6 + j] with steps of <paramref name="step"/> elements.
    /// The result is <paramref name="check"/> plus zero times every pixel: no longer zero once one of them is not finite.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TV Output(float* m, long step, TV bias, TV check, float* y, long rowPitch, long pixelPitch)
    {
        var half = stackalloc TV[24];
        for (var j = 0; j < 6; j++, m += step)
        {
            F43.Output<TV, TS>(TS.Load(m), TS.Load(m + 6 * step), TS.Load(m + 12 * step), TS.Load(m + 18 * step), TS.Load(m + 24 * step), TS.Load(m + 30 * step),
                out half[j], out half[6 + j], out half[12 + j], out half[18 + j]);
        }
        for (var i = 0; i < 4; i++, y += rowPitch)
        {
            var h = half + 6 * i;
            F43.Output<TV, TS>(h[0], h[1], h[2], h[3], h[4], h[5], out var y0, out var y1, out var y2, out var y3);
            TS.Store(y, TS.Add(y0, bias));
            TS.Store(y + pixelPitch, TS.Add(y1, bias));
            TS.Store(y + 2 * pixelPitch, TS.Add(y2, bias));
            TS.Store(y + 3 * pixelPitch, TS.Add(y3, bias));
            check = TS.Fma(TS.Add(TS.Add(y0, y1), TS.Add(y2, y3)), TS.Zero, check);
        }
        return check;
    }

    /// <summary>to[i * 6 + j] = (A y A^T)[i, j] of 4x4 pixels: the transpose of <see cref="Output"/>.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OutputGradient(float* y, long rowPitch, long pixelPitch, float* to, long step)
    {
        var half = stackalloc TV[24];
        for (var j = 0; j < 4; j++, y += pixelPitch)
        {
            F43.OutputGradient<TV, TS>(TS.Load(y), TS.Load(y + rowPitch), TS.Load(y + 2 * rowPitch), TS.Load(y + 3 * rowPitch),
                out half[j], out half[4 + j], out half[8 + j], out half[12 + j], out half[16 + j], out half[20 + j]);
        }
        for (var i = 0; i < 6; i++, to += 6 * step)
        {
            var h = half + 4 * i;
            F43.OutputGradient<TV, TS>(h[0], h[1], h[2], h[3], out var t0, out var t1, out var t2, out var t3, out var t4, out var t5);
            TS.Store(to, t0);
            TS.Store(to + step, t1);
            TS.Store(to + 2 * step, t2);
            TS.Store(to + 3 * step, t3);
            TS.Store(to + 4 * step, t4);
            TS.Store(to + 5 * step, t5);
        }
    }

    /// <summary>to[i * 6 + j] = (G g G^T)[i, j], g[k] of 3x3 taps a register apart.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Filter(float* g, float* to, long step)
    {
        var half = stackalloc TV[18];
        for (var j = 0; j < 3; j++, g += TS.Lanes)
        {
            F43.Filter<TV, TS>(TS.Load(g), TS.Load(g + 3 * TS.Lanes), TS.Load(g + 6 * TS.Lanes),
                out half[j], out half[3 + j], out half[6 + j], out half[9 + j], out half[12 + j], out half[15 + j]);
        }
        for (var i = 0; i < 6; i++, to += 6 * step)
        {
            var h = half + 3 * i;
            F43.Filter<TV, TS>(h[0], h[1], h[2], out var u0, out var u1, out var u2, out var u3, out var u4, out var u5);
            TS.Store(to, u0);
            TS.Store(to + step, u1);
            TS.Store(to + 2 * step, u2);
            TS.Store(to + 3 * step, u3);
            TS.Store(to + 4 * step, u4);
            TS.Store(to + 5 * step, u5);
        }
    }

    /// <summary>g[k] = (G^T u G)[k]: the transpose of <see cref="Filter"/>.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void FilterGradient(float* u, long step, float* g)
    {
        var half = stackalloc TV[18];
        for (var j = 0; j < 6; j++, u += step)
        {
            F43.FilterGradient<TV, TS>(TS.Load(u), TS.Load(u + 6 * step), TS.Load(u + 12 * step), TS.Load(u + 18 * step), TS.Load(u + 24 * step), TS.Load(u + 30 * step),
                out half[j], out half[6 + j], out half[12 + j]);
        }
        for (var i = 0; i < 3; i++, g += 3 * TS.Lanes)
        {
            var h = half + 6 * i;
            F43.FilterGradient<TV, TS>(h[0], h[1], h[2], h[3], h[4], h[5], out var g0, out var g1, out var g2);
            TS.Store(g, g0);
            TS.Store(g + TS.Lanes, g1);
            TS.Store(g + 2 * TS.Lanes, g2);
        }
    }
}
