using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

// Losses of a difference, and their derivatives times an incoming gradient, each in one pass.

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
