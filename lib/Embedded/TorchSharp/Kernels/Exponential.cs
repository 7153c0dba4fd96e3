using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// e^x = 2^k (1 + q) with q = e^r - 1 and |r| at most ln(2) / 2: Cephes' polynomial of e^r for float and its quotient for double
/// (Moshier, 1989). ln(2) is subtracted in two parts, the first short enough that k times it is exact.
/// </summary>
internal static class Exponential
{
    private static ReadOnlySpan<double> Single => [1.9875691500E-4, 1.3981999507E-3, 8.3334519073E-3, 4.1665795894E-2, 1.6666665459E-1, 5.0000001201E-1];

    private static ReadOnlySpan<double> P => [1.26177193074810590878E-4, 3.02994407707441961300E-2, 9.99999999999999999910E-1];

    private static ReadOnlySpan<double> Q => [3.00198505138664455042E-6, 2.52448340349684104192E-3, 2.27265548208155028766E-1, 2.00000000000000000005E0];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Reduce(Vector<float> x, out Vector<int> k)
    {
        var n = Vector.Floor(Vector.MultiplyAddEstimate(x, new Vector<float>(1.44269504088896341f), new Vector<float>(0.5f)));
        var r = Vector.MultiplyAddEstimate(n, new Vector<float>(2.12194440e-4f), Vector.MultiplyAddEstimate(n, new Vector<float>(-0.693359375f), x));
        k = Vector.ConvertToInt32Native(n);
        return Vector.MultiplyAddEstimate(VectorMath.Polynomial(r, Single), r * r, r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Reduce(Vector<double> x, out Vector<long> k)
    {
        var n = Vector.Floor(Vector.MultiplyAddEstimate(x, new Vector<double>(1.4426950408889634073599), new Vector<double>(0.5)));
        var r = Vector.MultiplyAddEstimate(n, new Vector<double>(-1.42860682030941723212E-6), Vector.MultiplyAddEstimate(n, new Vector<double>(-6.93145751953125E-1), x));
        // Adding 1.5 2^52 leaves the whole number in the low bits.
        k = (n + new Vector<double>(6755399441055744)).As<double, long>() - new Vector<double>(6755399441055744).As<double, long>();
        var z = r * r;
        var p = r * VectorMath.Polynomial(z, P);
        return new Vector<double>(2) * p / (VectorMath.Polynomial(z, Q) - p);
    }

    /// <summary>2^k where that is a normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Power(Vector<int> k) => Vector.ShiftLeft(k + new Vector<int>(127), 23).As<int, float>();

    /// <summary>2^k where that is a normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Power(Vector<long> k) => Vector.ShiftLeft(k + new Vector<long>(1023), 52).As<long, double>();

    /// <summary>x moved into a range; NaN stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Within<T>(Vector<T> x, double low, double high) where T : unmanaged =>
        Vector.MaxNative(VectorMath.Number<T>(low), Vector.MinNative(VectorMath.Number<T>(high), x));
}

/// <summary>e^x</summary>
internal readonly struct Exp : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged =>
        typeof(T) == typeof(float) ? Of(x.As<T, float>()).As<float, T>() : Of(x.As<T, double>()).As<double, T>();

    // Beyond the range the result is infinite or zero whatever the digits. 2^k is applied in two factors, so that the
    // largest and the subnormal results are reached.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Of(Vector<float> x)
    {
        var y = Exponential.Reduce(Exponential.Within(x, -104, 89), out var k) + Vector<float>.One;
        var half = Vector.ShiftRightArithmetic(k, 1);
        return y * Exponential.Power(half) * Exponential.Power(k - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Of(Vector<double> x)
    {
        var y = Exponential.Reduce(Exponential.Within(x, -746, 710), out var k) + Vector<double>.One;
        var half = Vector.ShiftRightArithmetic(k, 1);
        return y * Exponential.Power(half) * Exponential.Power(k - half);
    }
}

/// <summary>e^x - 1 = 2^k (q + (1 - 2^-k)), without cancellation near zero, where k is zero.</summary>
internal readonly struct Expm1 : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged =>
        typeof(T) == typeof(float) ? Of(x.As<T, float>()).As<float, T>() : Of(x.As<T, double>()).As<double, T>();

    // Below -50 the result is -1 to every digit; above the largest 2^-k that counts, 1 - 2^-k is 1. Zero keeps its sign.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Of(Vector<float> x)
    {
        var y = Exponential.Reduce(Exponential.Within(x, -50, 89), out var k) + (Vector<float>.One - Exponential.Power(Vector.Max(-k, new Vector<int>(-126))));
        var half = Vector.ShiftRightArithmetic(k, 1);
        return Vector.ConditionalSelect(Vector.Equals(x, Vector<float>.Zero), x, y * Exponential.Power(half) * Exponential.Power(k - half));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Of(Vector<double> x)
    {
        var y = Exponential.Reduce(Exponential.Within(x, -50, 710), out var k) + (Vector<double>.One - Exponential.Power(Vector.Max(-k, new Vector<long>(-1022))));
        var half = Vector.ShiftRightArithmetic(k, 1);
        return Vector.ConditionalSelect(Vector.Equals(x, Vector<double>.Zero), x, y * Exponential.Power(half) * Exponential.Power(k - half));
    }
}

/// <summary>log(1 + x), by Kahan's correction of the rounding of 1 + x.</summary>
internal readonly struct Log1p : IVectorUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged
    {
        var one = Vector<T>.One;
        var u = one + x;
        var y = new Log().Of(u) * (x / (u - one));
        // Infinity is its own logarithm, and so is x where adding it to 1 changes nothing.
        return Vector.ConditionalSelect(Vector.Equals(u, one) | Vector.Equals(u, VectorMath.Number<T>(double.PositiveInfinity)), x, y);
    }
}
