using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>2^x</summary>
internal readonly struct Exp2 : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Exp2(x);
}

/// <summary>The logarithm of base 10</summary>
internal readonly struct Log10 : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Log10(x);
}

/// <summary>The tangent</summary>
internal readonly struct Tan : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Tan(x);
}

/// <summary>The arc sine</summary>
internal readonly struct Asin : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Asin(x);
}

/// <summary>The arc cosine</summary>
internal readonly struct Acos : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Acos(x);
}

/// <summary>The arc tangent</summary>
internal readonly struct Atan : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Atan(x);
}

/// <summary>The hyperbolic sine</summary>
internal readonly struct Sinh : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Sinh(x);
}

/// <summary>The hyperbolic cosine</summary>
internal readonly struct Cosh : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Cosh(x);
}

/// <summary>The inverse of sinh</summary>
internal readonly struct Asinh : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Asinh(x);
}

/// <summary>The inverse of cosh</summary>
internal readonly struct Acosh : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Acosh(x);
}

/// <summary>The inverse of tanh</summary>
internal readonly struct Atanh : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.Atanh(x);
}

/// <summary>1 - erf(x)</summary>
internal readonly struct Erfc : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.CreateTruncating(SpecialFunctions.Erfc(double.CreateTruncating(x)));
}

/// <summary>The inverse of erf</summary>
internal readonly struct Erfinv : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.CreateTruncating(SpecialFunctions.Erfinv(double.CreateTruncating(x)));
}

/// <summary>log |gamma(x)|</summary>
internal readonly struct Lgamma : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.CreateTruncating(SpecialFunctions.Lgamma(double.CreateTruncating(x)));
}

/// <summary>The derivative of lgamma</summary>
internal readonly struct Digamma : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.CreateTruncating(SpecialFunctions.Digamma(double.CreateTruncating(x)));
}

/// <summary>The power a^b</summary>
internal readonly struct Power : IFloatBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, IFloatingPointIeee754<T> => T.Pow(a, b);
}

/// <summary>The angle of the point (b, a)</summary>
internal readonly struct Atan2 : IFloatBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, IFloatingPointIeee754<T> => T.Atan2(a, b);
}

/// <summary>The length of (a, b)</summary>
internal readonly struct Hypotenuse : IFloatBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, IFloatingPointIeee754<T> => T.Hypot(a, b);
}

/// <summary>|a| with the sign of b</summary>
internal readonly struct CopySign : IFloatBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, IFloatingPointIeee754<T> => T.CopySign(a, b);
}

/// <summary>log(e^a + e^b)</summary>
internal readonly struct LogAddExp : IFloatBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (a == b && T.IsInfinity(a)) return a;
        var top = T.Max(a, b);
        return top + new Log1p().Of(new Vector<T>(T.Exp(-T.Abs(a - b))))[0];
    }
}

/// <summary>a log b, zero where a is zero</summary>
internal readonly struct XLogY : IFloatBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, IFloatingPointIeee754<T> => T.IsNaN(b) ? T.NaN : T.IsZero(a) ? T.Zero : a * T.Log(b);
}

/// <summary>NaN and infinities replaced</summary>
internal readonly struct ReplaceNonFinite(double nan, double? positive, double? negative) : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsNaN(x) ? T.CreateTruncating(nan)
        : T.IsPositiveInfinity(x) ? positive is { } p ? T.CreateTruncating(p) : Largest<T>()
        : T.IsNegativeInfinity(x) ? negative is { } n ? T.CreateTruncating(n) : -Largest<T>()
        : x;

    private static T Largest<T>() where T : unmanaged, IFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? T.CreateTruncating(float.MaxValue) : T.CreateTruncating(double.MaxValue);
}

/// <summary>The next number after a towards b</summary>
internal readonly struct NextAfter : IFloatBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsNaN(a) || T.IsNaN(b) ? T.NaN : a == b ? b : a < b ? T.BitIncrement(a) : T.BitDecrement(a);
}
