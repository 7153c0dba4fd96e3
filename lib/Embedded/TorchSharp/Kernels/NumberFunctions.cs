using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>x without its whole part</summary>
internal readonly struct Fraction : INumberUnary
{
    public T Of<T>(T x) where T : unmanaged, INumber<T> => x % T.One;
}

/// <summary>The remainder with the sign of the dividend</summary>
internal readonly struct Fmod : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T> => NumberMath.Whole<T>() && b == T.Zero ? throw NumberMath.ZeroDivision() : a % b;
}

/// <summary>The remainder with the sign of the divisor</summary>
internal readonly struct Remainder : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T>
    {
        if (NumberMath.Whole<T>() && b == T.Zero) throw NumberMath.ZeroDivision();
        var r = a % b;
        return r != T.Zero && (r < T.Zero) != (b < T.Zero) ? r + b : r;
    }
}

/// <summary>a / b rounded towards zero</summary>
internal readonly struct TruncatedQuotient : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T>
    {
        if (typeof(T) == typeof(float)) return T.CreateTruncating(MathF.Truncate(float.CreateTruncating(a) / float.CreateTruncating(b)));
        if (typeof(T) == typeof(double)) return T.CreateTruncating(Math.Truncate(double.CreateTruncating(a) / double.CreateTruncating(b)));
        return b == T.Zero ? throw NumberMath.ZeroDivision() : a / b;
    }
}

/// <summary>a / b rounded down</summary>
internal readonly struct FloorQuotient : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T>
    {
        if (!NumberMath.Whole<T>())
        {
            if (b == T.Zero) return a / b;
            var mod = a % b;
            var quotient = (a - mod) / b;
            if (mod != T.Zero && (b < T.Zero) != (mod < T.Zero)) quotient -= T.One;
            if (quotient == T.Zero) return T.Zero;
            var half = T.One / (T.One + T.One);
            var floor = Truncate(quotient);
            if (floor > quotient) floor -= T.One;
            return quotient - floor > half ? floor + T.One : floor;
        }
        if (b == T.Zero) throw NumberMath.ZeroDivision();
        var q = a / b;
        return (a < T.Zero) != (b < T.Zero) && q * b != a ? q - T.One : q;
    }

    private static T Truncate<T>(T x) where T : unmanaged, INumber<T> => x - x % T.One;
}

internal readonly struct BitAnd : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T> => T.CreateTruncating(long.CreateTruncating(a) & long.CreateTruncating(b));
}

internal readonly struct BitOr : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T> => T.CreateTruncating(long.CreateTruncating(a) | long.CreateTruncating(b));
}

internal readonly struct BitXor : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T> => T.CreateTruncating(long.CreateTruncating(a) ^ long.CreateTruncating(b));
}

internal readonly struct ShiftLeft : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T> => T.CreateTruncating(long.CreateTruncating(a) << int.CreateTruncating(b));
}

internal readonly struct ShiftRight : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T> => T.CreateTruncating(long.CreateTruncating(a) >> int.CreateTruncating(b));
}

internal readonly struct BitNot : INumberUnary
{
    public T Of<T>(T x) where T : unmanaged, INumber<T> => T.CreateTruncating(~long.CreateTruncating(x));
}

/// <summary>The greatest common divisor</summary>
internal readonly struct Gcd : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T>
    {
        (a, b) = (T.Abs(a), T.Abs(b));
        while (b != T.Zero) (a, b) = (b, a % b);
        return a;
    }
}

/// <summary>The least common multiple</summary>
internal readonly struct Lcm : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T>
    {
        var divisor = new Gcd().Of(a, b);
        return divisor == T.Zero ? T.Zero : T.Abs(a / divisor * b);
    }
}

/// <summary>The power of whole numbers</summary>
internal readonly struct WholePower : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T>
    {
        var exponent = long.CreateTruncating(b);
        if (exponent < 0) return a == T.One ? T.One : a == T.Zero - T.One ? (exponent % 2 == 0 ? T.One : a) : T.Zero;
        long result = 1, x = long.CreateTruncating(a);
        while (exponent > 0)
        {
            if ((exponent & 1) != 0) result = unchecked(result * x);
            x = unchecked(x * x);
            exponent >>= 1;
        }
        return T.CreateTruncating(result);
    }
}

/// <summary>The larger; NaN loses</summary>
internal readonly struct NumberMaximum : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T> => T.MaxNumber(a, b);
}

/// <summary>The smaller; NaN loses</summary>
internal readonly struct NumberMinimum : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T> => T.MinNumber(a, b);
}

/// <summary>0 below zero, 1 above, b at zero</summary>
internal readonly struct Heaviside : INumberBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, INumber<T> => T.IsNaN(a) ? a : a == T.Zero ? b : a < T.Zero ? T.Zero : T.One;
}

internal static class NumberMath
{
    public static bool Whole<T>() => typeof(T) != typeof(float) && typeof(T) != typeof(double);

    public static Exception ZeroDivision() => new ExternalException("ZeroDivisionError: whole numbers cannot be divided by zero");
}
