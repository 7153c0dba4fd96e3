using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

// Activation functions of an exponential, and their derivatives times an incoming gradient, each in one pass.

/// <summary>scale x above zero, scale alpha (e^(inputScale x) - 1) below</summary>
internal readonly struct Elu(double alpha, double scale, double inputScale) : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<T>.Zero),
        x * VectorMath.Number<T>(scale),
        new Expm1().Of(x * VectorMath.Number<T>(inputScale)) * VectorMath.Number<T>(scale * alpha));
}

/// <summary>a times the derivative of <see cref="Elu"/> at b</summary>
internal readonly struct EluGradient(double alpha, double scale, double inputScale) : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => a * Vector.ConditionalSelect(Vector.GreaterThan(b, Vector<T>.Zero),
        VectorMath.Number<T>(scale),
        new Exp().Of(b * VectorMath.Number<T>(inputScale)) * VectorMath.Number<T>(scale * alpha * inputScale));
}

/// <summary>log(1 + e^(beta x)) / beta, x itself above the threshold</summary>
internal readonly struct Softplus(double beta, double threshold) : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged
    {
        var scaled = x * VectorMath.Number<T>(beta);
        return Vector.ConditionalSelect(Vector.GreaterThan(scaled, VectorMath.Number<T>(threshold)), x,
            new Log1p().Of(new Exp().Of(scaled)) / VectorMath.Number<T>(beta));
    }
}

/// <summary>a times the derivative of <see cref="Softplus"/> at b</summary>
internal readonly struct SoftplusGradient(double beta, double threshold) : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged
    {
        var scaled = b * VectorMath.Number<T>(beta);
        return Vector.ConditionalSelect(Vector.GreaterThan(scaled, VectorMath.Number<T>(threshold)), a, a * new Sigmoid().Of(scaled));
    }
}

/// <summary>log(1 / (1 + e^-x))</summary>
internal readonly struct LogSigmoid : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged => Vector.Min(x, Vector<T>.Zero) - new Log1p().Of(new Exp().Of(-Vector.Abs(x)));
}

/// <summary>a times the derivative of <see cref="Silu"/> at b</summary>
internal readonly struct SiluGradient : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged
    {
        var s = new Sigmoid().Of(b);
        return a * (s * (Vector<T>.One + b * (Vector<T>.One - s)));
    }
}

/// <summary>a times the derivative of <see cref="Gelu"/> at b: the normal distribution function and b times its density</summary>
internal readonly struct GeluGradient : IVectorBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> a, Vector<T> b) where T : unmanaged => a * (
        VectorMath.Half<T>() * (Vector<T>.One + new Erf().Of(b * VectorMath.Number<T>(0.70710678118654752)))
        + b * new Exp().Of(b * b * VectorMath.Number<T>(-0.5)) * VectorMath.Number<T>(0.39894228040143268));
}
