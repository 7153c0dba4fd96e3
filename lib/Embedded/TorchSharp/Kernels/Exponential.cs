using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// e^x = 2^n e^r with |r| at most ln(2) / 2: Cephes' polynomial of e^r for float and its quotient for double (Moshier, 1989).
/// ln(2) is subtracted in two parts, the first short enough that n times it is exact.
/// </summary>
internal readonly struct Exp : IVectorUnary
{
    private static ReadOnlySpan<double> Single => [1.9875691500E-4, 1.3981999507E-3, 8.3334519073E-3, 4.1665795894E-2, 1.6666665459E-1, 5.0000001201E-1];

    private static ReadOnlySpan<double> P => [1.26177193074810590878E-4, 3.02994407707441961300E-2, 9.99999999999999999910E-1];

    private static ReadOnlySpan<double> Q => [3.00198505138664455042E-6, 2.52448340349684104192E-3, 2.27265548208155028766E-1, 2.00000000000000000005E0];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Of<T>(Vector<T> x) where T : unmanaged =>
        typeof(T) == typeof(float) ? Of(x.As<T, float>()).As<float, T>() : Of(x.As<T, double>()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Of(Vector<float> x)
    {
        // Beyond these the result is infinite or zero whatever the digits.
        var a = Vector.ConditionalSelect(Vector.GreaterThan(x, new Vector<float>(89)), new Vector<float>(89), x);
        a = Vector.ConditionalSelect(Vector.LessThan(a, new Vector<float>(-104)), new Vector<float>(-104), a);
        var n = Vector.Floor(a * new Vector<float>(1.44269504088896341f) + new Vector<float>(0.5f));
        var r = a - n * new Vector<float>(0.693359375f) - n * new Vector<float>(-2.12194440e-4f);
        var y = VectorMath.Polynomial(r, Single) * r * r + r + Vector<float>.One;
        // In two factors, so that the largest and the subnormal results are reached.
        var k = Vector.ConvertToInt32Native(n);
        var half = Vector.ShiftRightArithmetic(k, 1);
        return y * Power(half) * Power(k - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Of(Vector<double> x)
    {
        var a = Vector.ConditionalSelect(Vector.GreaterThan(x, new Vector<double>(710)), new Vector<double>(710), x);
        a = Vector.ConditionalSelect(Vector.LessThan(a, new Vector<double>(-746)), new Vector<double>(-746), a);
        var n = Vector.Floor(a * new Vector<double>(1.4426950408889634073599) + new Vector<double>(0.5));
        var r = a - n * new Vector<double>(6.93145751953125E-1) - n * new Vector<double>(1.42860682030941723212E-6);
        var z = r * r;
        var p = r * VectorMath.Polynomial(z, P);
        var y = Vector<double>.One + new Vector<double>(2) * p / (VectorMath.Polynomial(z, Q) - p);
        // Adding 1.5 2^52 leaves the whole number in the low bits.
        var k = (n + new Vector<double>(6755399441055744)).As<double, long>() - new Vector<double>(6755399441055744).As<double, long>();
        var half = Vector.ShiftRightArithmetic(k, 1);
        return y * Power(half) * Power(k - half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Power(Vector<int> k) => Vector.ShiftLeft(k + new Vector<int>(127), 23).As<int, float>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Power(Vector<long> k) => Vector.ShiftLeft(k + new Vector<long>(1023), 52).As<long, double>();
}
