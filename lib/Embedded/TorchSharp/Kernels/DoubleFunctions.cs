using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>A function that is computed in double precision and rounded once</summary>
internal readonly struct InDouble(Func<double, double> function) : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.CreateTruncating(function(double.CreateTruncating(x)));
}

/// <summary>A function of two numbers that is computed in double precision and rounded once</summary>
internal readonly struct InDoublePair(Func<double, double, double> function) : IFloatBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, IFloatingPointIeee754<T> => T.CreateTruncating(function(double.CreateTruncating(a), double.CreateTruncating(b)));
}

/// <summary>The fraction in [1/2, 1) of x = fraction 2^exponent</summary>
internal readonly struct Mantissa : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.IsFinite(x) && !T.IsZero(x) ? T.ScaleB(T.ScaleB(x, -T.ILogB(x)), -1) : x;
}

/// <summary>The exponent of x = fraction 2^exponent; zero where x has none</summary>
internal readonly struct Exponent : IFloatUnary
{
    public T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.IsFinite(x) && !T.IsZero(x) ? T.CreateTruncating(T.ILogB(x) + 1) : T.Zero;
}

/// <summary>a log(1 + b), zero where a is zero</summary>
internal readonly struct XLog1pY : IFloatBinary
{
    public T Of<T>(T a, T b) where T : unmanaged, IFloatingPointIeee754<T> => T.IsNaN(b) ? T.NaN : T.IsZero(a) ? T.Zero : a * new Log1p().Of(new Vector<T>(b))[0];
}
