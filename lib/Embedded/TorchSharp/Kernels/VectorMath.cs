using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Constants, sums of products and polynomials of vectors.</summary>
internal static class VectorMath
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Half<T>() where T : unmanaged =>
        typeof(T) == typeof(float) ? new Vector<float>(0.5f).As<float, T>() : new Vector<double>(0.5).As<double, T>();

    /// <summary>a b + c, in one rounding where the machine has it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> MultiplyAdd<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged => typeof(T) == typeof(float)
        ? Vector.MultiplyAddEstimate(a.As<T, float>(), b.As<T, float>(), c.As<T, float>()).As<float, T>()
        : Vector.MultiplyAddEstimate(a.As<T, double>(), b.As<T, double>(), c.As<T, double>()).As<double, T>();

    /// <summary>A polynomial by Horner's rule, 2 to 9 coefficients, highest power first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Polynomial<T>(Vector<T> x, ReadOnlySpan<double> c) where T : unmanaged =>
        typeof(T) == typeof(float) ? Polynomial(x.As<T, float>(), c).As<float, T>() : Polynomial(x.As<T, double>(), c).As<double, T>();

    // Written out and without calls: the compiler would keep a loop, with a conversion of the coefficient in each step, and
    // would tire of inlining.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Polynomial(Vector<float> x, ReadOnlySpan<double> c)
    {
        var y = Vector.MultiplyAddEstimate(new Vector<float>((float)c[0]), x, new Vector<float>((float)c[1]));
        if (c.Length > 2) y = Vector.MultiplyAddEstimate(y, x, new Vector<float>((float)c[2]));
        if (c.Length > 3) y = Vector.MultiplyAddEstimate(y, x, new Vector<float>((float)c[3]));
        if (c.Length > 4) y = Vector.MultiplyAddEstimate(y, x, new Vector<float>((float)c[4]));
        if (c.Length > 5) y = Vector.MultiplyAddEstimate(y, x, new Vector<float>((float)c[5]));
        if (c.Length > 6) y = Vector.MultiplyAddEstimate(y, x, new Vector<float>((float)c[6]));
        if (c.Length > 7) y = Vector.MultiplyAddEstimate(y, x, new Vector<float>((float)c[7]));
        if (c.Length > 8) y = Vector.MultiplyAddEstimate(y, x, new Vector<float>((float)c[8]));
        return y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Polynomial(Vector<double> x, ReadOnlySpan<double> c)
    {
        var y = Vector.MultiplyAddEstimate(new Vector<double>(c[0]), x, new Vector<double>(c[1]));
        if (c.Length > 2) y = Vector.MultiplyAddEstimate(y, x, new Vector<double>(c[2]));
        if (c.Length > 3) y = Vector.MultiplyAddEstimate(y, x, new Vector<double>(c[3]));
        if (c.Length > 4) y = Vector.MultiplyAddEstimate(y, x, new Vector<double>(c[4]));
        if (c.Length > 5) y = Vector.MultiplyAddEstimate(y, x, new Vector<double>(c[5]));
        if (c.Length > 6) y = Vector.MultiplyAddEstimate(y, x, new Vector<double>(c[6]));
        if (c.Length > 7) y = Vector.MultiplyAddEstimate(y, x, new Vector<double>(c[7]));
        if (c.Length > 8) y = Vector.MultiplyAddEstimate(y, x, new Vector<double>(c[8]));
        return y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Number<T>(double x) where T : unmanaged =>
        typeof(T) == typeof(float) ? new Vector<float>((float)x).As<float, T>()
        : typeof(T) == typeof(double) ? new Vector<double>(x).As<double, T>()
        : Whole<T>((long)x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Whole<T>(long x) where T : unmanaged =>
        typeof(T) == typeof(long) ? new Vector<long>(x).As<long, T>()
        : typeof(T) == typeof(int) ? new Vector<int>((int)x).As<int, T>()
        : typeof(T) == typeof(short) ? new Vector<short>((short)x).As<short, T>()
        : typeof(T) == typeof(sbyte) ? new Vector<sbyte>((sbyte)x).As<sbyte, T>()
        : new Vector<byte>((byte)x).As<byte, T>();
}
