using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

// Functions of vectors, written once for every element type and vector width. A scalar argument of an operation is an
// operand that repeats, so that a function needs no fields.

/// <summary>a + b</summary>
internal readonly struct Add : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => a + b;
}

/// <summary>a - b</summary>
internal readonly struct Subtract : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => a - b;
}

/// <summary>a b</summary>
internal readonly struct Multiply : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => a * b;
}

/// <summary>a / b, floating</summary>
internal readonly struct Divide : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => a / b;
}

/// <summary>The larger; NaN wins</summary>
internal readonly struct Maximum : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => Vector.Max(a, b);
}

/// <summary>The smaller; NaN wins</summary>
internal readonly struct Minimum : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => Vector.Min(a, b);
}

/// <summary>a + c b</summary>
internal readonly struct AddScaled : IVectorTernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged => a + c * b;
}

/// <summary>a - c b</summary>
internal readonly struct SubtractScaled : IVectorTernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged => a - c * b;
}

/// <summary>a + b c</summary>
internal readonly struct AddProduct : IVectorTernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged => a + b * c;
}

/// <summary>a + c (b - a), from the nearer end</summary>
internal readonly struct Lerp : IVectorTernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged => Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(c), VectorMath.Half<T>()), a + c * (b - a), b - (b - a) * (Vector<T>.One - c));
}

/// <summary>The nearest of [b, c]</summary>
internal readonly struct Clamp : IVectorTernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged => Vector.Min(Vector.Max(a, b), c);
}

/// <summary>-x</summary>
internal readonly struct Negate : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => -x;
}

/// <summary>|x|</summary>
internal readonly struct Absolute : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => Vector.Abs(x);
}

/// <summary>-1, 0 or 1; 0 for NaN</summary>
internal readonly struct SignOf : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<T>.Zero), Vector<T>.One,
        Vector.ConditionalSelect(Vector.LessThan(x, Vector<T>.Zero), -Vector<T>.One, Vector<T>.Zero));
}

/// <summary>x x</summary>
internal readonly struct Square : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => x * x;
}

/// <summary>The square root</summary>
internal readonly struct SquareRoot : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => Vector.SquareRoot(x);
}

/// <summary>1 / sqrt(x)</summary>
internal readonly struct ReciprocalSquareRoot : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => Vector<T>.One / Vector.SquareRoot(x);
}

/// <summary>1 / x</summary>
internal readonly struct Reciprocal : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => Vector<T>.One / x;
}

/// <summary>The natural logarithm</summary>
internal readonly struct Log : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => typeof(T) == typeof(float) ? Vector.Log(x.As<T, float>()).As<float, T>() : Vector.Log(x.As<T, double>()).As<double, T>();
}

/// <summary>The logarithm of base 2</summary>
internal readonly struct Log2 : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => typeof(T) == typeof(float) ? Vector.Log2(x.As<T, float>()).As<float, T>() : Vector.Log2(x.As<T, double>()).As<double, T>();
}

/// <summary>The sine</summary>
internal readonly struct Sin : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => typeof(T) == typeof(float) ? Vector.Sin(x.As<T, float>()).As<float, T>() : Vector.Sin(x.As<T, double>()).As<double, T>();
}

/// <summary>The cosine</summary>
internal readonly struct Cos : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => typeof(T) == typeof(float) ? Vector.Cos(x.As<T, float>()).As<float, T>() : Vector.Cos(x.As<T, double>()).As<double, T>();
}

/// <summary>The next whole number below</summary>
internal readonly struct Floor : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => typeof(T) == typeof(float) ? Vector.Floor(x.As<T, float>()).As<float, T>() : Vector.Floor(x.As<T, double>()).As<double, T>();
}

/// <summary>The next whole number above</summary>
internal readonly struct Ceiling : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => typeof(T) == typeof(float) ? Vector.Ceiling(x.As<T, float>()).As<float, T>() : Vector.Ceiling(x.As<T, double>()).As<double, T>();
}

/// <summary>Towards zero</summary>
internal readonly struct Truncate : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => typeof(T) == typeof(float) ? Vector.Truncate(x.As<T, float>()).As<float, T>() : Vector.Truncate(x.As<T, double>()).As<double, T>();
}

/// <summary>The nearest whole number, ties to even</summary>
internal readonly struct RoundEven : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => typeof(T) == typeof(float) ? Vector.Round(x.As<T, float>()).As<float, T>() : Vector.Round(x.As<T, double>()).As<double, T>();
}

/// <summary>max(x, 0); NaN stays</summary>
internal readonly struct Relu : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => Vector.Max(x, Vector<T>.Zero);
}

/// <summary>0 where b is at most 0, else a</summary>
internal readonly struct ReluGradient : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => Vector.ConditionalSelect(Vector.LessThanOrEqual(b, Vector<T>.Zero), Vector<T>.Zero, a);
}

/// <summary>1 / (1 + e^-x)</summary>
internal readonly struct Sigmoid : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => Vector<T>.One / (Vector<T>.One + new Exp().Of(-x));
}

/// <summary>a b (1 - b), b the output</summary>
internal readonly struct SigmoidGradient : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => a * b * (Vector<T>.One - b);
}

/// <summary>a (1 - b b), b the output</summary>
internal readonly struct TanhGradient : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => a * (Vector<T>.One - b * b);
}

/// <summary>x / (1 + e^-x)</summary>
internal readonly struct Silu : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => x / (Vector<T>.One + new Exp().Of(-x));
}

/// <summary>a where a > 0, else b a</summary>
internal readonly struct LeakyRelu : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => Vector.ConditionalSelect(Vector.GreaterThan(a, Vector<T>.Zero), a, a * b);
}

/// <summary>a where b > 0, else c a</summary>
internal readonly struct LeakyReluGradient : IVectorTernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged => Vector.ConditionalSelect(Vector.GreaterThan(b, Vector<T>.Zero), a, a * c);
}

/// <summary>0 where b > 0, else a b</summary>
internal readonly struct PreluWeightGradient : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => Vector.ConditionalSelect(Vector.GreaterThan(b, Vector<T>.Zero), Vector<T>.Zero, a * b);
}

/// <summary>(a - b)²</summary>
internal readonly struct SquaredDifference : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => (a - b) * (a - b);
}

/// <summary>a times the derivative of <see cref="SquaredDifference"/> at b - c</summary>
internal readonly struct SquaredDifferenceGradient : IVectorTernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged => a * ((b - c) + (b - c));
}

/// <summary>d = |a - b|, m = min(d, delta): m (d - m / 2), which is half the square within delta and linear beyond; divided by a number</summary>
internal readonly struct Huber(double delta, double divisor) : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged
    {
        var distance = Vector.Abs(a - b);
        var near = Vector.Min(distance, VectorMath.Number<T>(delta));
        return near * (distance - near * VectorMath.Half<T>()) / VectorMath.Number<T>(divisor);
    }
}

/// <summary>a times the derivative of <see cref="Huber"/> at b - c</summary>
internal readonly struct HuberGradient(double delta, double divisor) : IVectorTernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged =>
        a * Vector.Min(Vector.Max(b - c, VectorMath.Number<T>(-delta)), VectorMath.Number<T>(delta)) / VectorMath.Number<T>(divisor);
}

/// <summary>Constants as vectors.</summary>
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

/// <summary>x x x</summary>
internal readonly struct Cube : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => x * x * x;
}

/// <summary>The nearest of [0, 6]</summary>
internal readonly struct Relu6 : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => Vector.Min(Vector.Max(x, Vector<T>.Zero), VectorMath.Number<T>(6));
}

/// <summary>x / 6 + 1/2 within [0, 1]</summary>
internal readonly struct HardSigmoid : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged =>
        Vector.Min(Vector.Max(x + VectorMath.Number<T>(3), Vector<T>.Zero), VectorMath.Number<T>(6)) / VectorMath.Number<T>(6);
}

/// <summary>x hardsigmoid(x)</summary>
internal readonly struct HardSwish : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged =>
        x * Vector.Min(Vector.Max(x + VectorMath.Number<T>(3), Vector<T>.Zero), VectorMath.Number<T>(6)) / VectorMath.Number<T>(6);
}

/// <summary>c where a is at most b, else a; NaN stays</summary>
internal readonly struct Threshold : IVectorTernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged => Vector.ConditionalSelect(Vector.LessThanOrEqual(a, b), c, a);
}

/// <summary>a + factor b c</summary>
internal readonly struct AddScaledProduct(double factor) : IVectorTernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged => a + VectorMath.Number<T>(factor) * b * c;
}

/// <summary>a + factor b / c</summary>
internal readonly struct AddScaledQuotient(double factor) : IVectorTernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b, Vector<T> c) where T : unmanaged => a + VectorMath.Number<T>(factor) * b / c;
}
