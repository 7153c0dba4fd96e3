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
