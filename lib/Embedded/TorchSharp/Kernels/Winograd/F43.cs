using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Winograd;

/// <summary>
/// The one-dimensional transforms of F(4, 3): four outputs of a three-tap filter from six products instead of twelve
/// (Winograd, 1980; Lavin and Gray, 2016, "Fast algorithms for convolutional neural networks").
/// A filter g and a signal d are polynomials; their product is interpolated from its values at 0, a, -a, b, -b and infinity:
/// y = A^T [(G g) * (B^T d)]. The usual points 1 and 2 lose a digit in float32; a = 3/4 and b = 3/2, whose powers are
/// exact in binary, keep the error within about twice that of the direct sum: the largest error is below 2e-5 of the root
/// mean square of the outputs for up to 512 channels (a test holds this).
/// </summary>
internal static class F43
{
    private const float A = 0.75f, B = 1.5f;
    private const float A2 = A * A, B2 = B * B, A3 = A2 * A, B3 = B2 * B;
    private const float Product = A2 * B2, Sum = A2 + B2;
    private const float PerA = 1 / (2 * A2 * (A2 - B2)), PerB = 1 / (2 * B2 * (B2 - A2));

    /// <summary>B^T d: rows are the coefficients of the products of (x - p) over the other points p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Input<TV, TS>(TV d0, TV d1, TV d2, TV d3, TV d4, TV d5, out TV t0, out TV t1, out TV t2, out TV t3, out TV t4, out TV t5)
        where TV : unmanaged where TS : struct, ISimd<float, TV>
    {
        t0 = TS.Fma(TS.Splat(Product), d0, TS.Fma(TS.Splat(-Sum), d2, d4));
        var even = TS.Fma(TS.Splat(-B2), d2, d4);
        var odd = TS.Fma(TS.Splat(-A * B2), d1, TS.Mul(TS.Splat(A), d3));
        t1 = TS.Add(even, odd);
        t2 = TS.Sub(even, odd);
        even = TS.Fma(TS.Splat(-A2), d2, d4);
        odd = TS.Fma(TS.Splat(-A2 * B), d1, TS.Mul(TS.Splat(B), d3));
        t3 = TS.Add(even, odd);
        t4 = TS.Sub(even, odd);
        t5 = TS.Fma(TS.Splat(Product), d1, TS.Fma(TS.Splat(-Sum), d3, d5));
    }

    /// <summary>A^T m: the interpolated polynomial's four coefficients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Output<TV, TS>(TV m0, TV m1, TV m2, TV m3, TV m4, TV m5, out TV y0, out TV y1, out TV y2, out TV y3)
        where TV : unmanaged where TS : struct, ISimd<float, TV>
    {
        TV evenA = TS.Add(m1, m2), oddA = TS.Sub(m1, m2), evenB = TS.Add(m3, m4), oddB = TS.Sub(m3, m4);
        y0 = TS.Add(TS.Add(m0, evenA), evenB);
        y1 = TS.Fma(TS.Splat(A), oddA, TS.Mul(TS.Splat(B), oddB));
        y2 = TS.Fma(TS.Splat(A2), evenA, TS.Mul(TS.Splat(B2), evenB));
        y3 = TS.Fma(TS.Splat(A3), oddA, TS.Fma(TS.Splat(B3), oddB, m5));
    }

    /// <summary>A y: the transpose of <see cref="Output"/>, for gradients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OutputGradient<TV, TS>(TV y0, TV y1, TV y2, TV y3, out TV m0, out TV m1, out TV m2, out TV m3, out TV m4, out TV m5)
        where TV : unmanaged where TS : struct, ISimd<float, TV>
    {
        m0 = y0;
        TV even = TS.Fma(TS.Splat(A2), y2, y0), odd = TS.Fma(TS.Splat(A3), y3, TS.Mul(TS.Splat(A), y1));
        m1 = TS.Add(even, odd);
        m2 = TS.Sub(even, odd);
        even = TS.Fma(TS.Splat(B2), y2, y0);
        odd = TS.Fma(TS.Splat(B3), y3, TS.Mul(TS.Splat(B), y1));
        m3 = TS.Add(even, odd);
        m4 = TS.Sub(even, odd);
        m5 = y3;
    }

    /// <summary>G g: the filter's values at the points, divided by the interpolation denominators.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Filter<TV, TS>(TV g0, TV g1, TV g2, out TV u0, out TV u1, out TV u2, out TV u3, out TV u4, out TV u5)
        where TV : unmanaged where TS : struct, ISimd<float, TV>
    {
        u0 = TS.Mul(TS.Splat(1 / Product), g0);
        TV even = TS.Fma(TS.Splat(A2), g2, g0), odd = TS.Mul(TS.Splat(A), g1);
        u1 = TS.Mul(TS.Splat(PerA), TS.Add(even, odd));
        u2 = TS.Mul(TS.Splat(PerA), TS.Sub(even, odd));
        even = TS.Fma(TS.Splat(B2), g2, g0);
        odd = TS.Mul(TS.Splat(B), g1);
        u3 = TS.Mul(TS.Splat(PerB), TS.Add(even, odd));
        u4 = TS.Mul(TS.Splat(PerB), TS.Sub(even, odd));
        u5 = g2;
    }

    /// <summary>G^T u: the transpose of <see cref="Filter"/>, for gradients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FilterGradient<TV, TS>(TV u0, TV u1, TV u2, TV u3, TV u4, TV u5, out TV g0, out TV g1, out TV g2)
        where TV : unmanaged where TS : struct, ISimd<float, TV>
    {
        TV evenA = TS.Mul(TS.Splat(PerA), TS.Add(u1, u2)), oddA = TS.Mul(TS.Splat(PerA), TS.Sub(u1, u2));
        TV evenB = TS.Mul(TS.Splat(PerB), TS.Add(u3, u4)), oddB = TS.Mul(TS.Splat(PerB), TS.Sub(u3, u4));
        g0 = TS.Fma(TS.Splat(1 / Product), u0, TS.Add(evenA, evenB));
        g1 = TS.Fma(TS.Splat(A), oddA, TS.Mul(TS.Splat(B), oddB));
        g2 = TS.Fma(TS.Splat(A2), evenA, TS.Fma(TS.Splat(B2), evenB, u5));
    }
}
