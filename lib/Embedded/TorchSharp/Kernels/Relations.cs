using System.Numerics;

namespace TorchSharp.Kernels;

internal readonly struct Equal : IRelation
{
    public bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a == b;

    public Vector<T> Mask<T>(Vector<T> a, Vector<T> b) where T : unmanaged => Vector.Equals(a, b);
}

internal readonly struct NotEqual : IRelation
{
    public bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a != b;

    public Vector<T> Mask<T>(Vector<T> a, Vector<T> b) where T : unmanaged => ~Vector.Equals(a, b);
}

internal readonly struct Less : IRelation
{
    public bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a < b;

    public Vector<T> Mask<T>(Vector<T> a, Vector<T> b) where T : unmanaged => Vector.LessThan(a, b);
}

internal readonly struct LessOrEqual : IRelation
{
    public bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a <= b;

    public Vector<T> Mask<T>(Vector<T> a, Vector<T> b) where T : unmanaged => Vector.LessThanOrEqual(a, b);
}

internal readonly struct Greater : IRelation
{
    public bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a > b;

    public Vector<T> Mask<T>(Vector<T> a, Vector<T> b) where T : unmanaged => Vector.GreaterThan(a, b);
}

internal readonly struct GreaterOrEqual : IRelation
{
    public bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a >= b;

    public Vector<T> Mask<T>(Vector<T> a, Vector<T> b) where T : unmanaged => Vector.GreaterThanOrEqual(a, b);
}

internal readonly struct LogicalAnd : IRelation
{
    public bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => !T.IsZero(a) & !T.IsZero(b);

    public Vector<T> Mask<T>(Vector<T> a, Vector<T> b) where T : unmanaged => ~(Vector.Equals(a, Vector<T>.Zero) | Vector.Equals(b, Vector<T>.Zero));
}

internal readonly struct LogicalOr : IRelation
{
    public bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => !T.IsZero(a) | !T.IsZero(b);

    public Vector<T> Mask<T>(Vector<T> a, Vector<T> b) where T : unmanaged => ~(Vector.Equals(a, Vector<T>.Zero) & Vector.Equals(b, Vector<T>.Zero));
}

internal readonly struct LogicalXor : IRelation
{
    public bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => !T.IsZero(a) ^ !T.IsZero(b);

    public Vector<T> Mask<T>(Vector<T> a, Vector<T> b) where T : unmanaged => Vector.Equals(a, Vector<T>.Zero) ^ Vector.Equals(b, Vector<T>.Zero);
}

internal readonly struct IsZero : INumberTest
{
    public bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsZero(x);
}

internal readonly struct IsNaN : INumberTest
{
    public bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsNaN(x);
}

internal readonly struct IsInfinite : INumberTest
{
    public bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsInfinity(x);
}

internal readonly struct IsFinite : INumberTest
{
    public bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsFinite(x);
}

internal readonly struct IsPositiveInfinity : INumberTest
{
    public bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsPositiveInfinity(x);
}

internal readonly struct IsNegativeInfinity : INumberTest
{
    public bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsNegativeInfinity(x);
}

internal readonly struct HasSign : INumberTest
{
    public bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsNegative(x);
}
