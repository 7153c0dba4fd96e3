using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels.Simd;

/// <summary>One number as a register of one lane: the reference that the vector paths are tested against.</summary>
internal readonly unsafe struct SimdScalar<T> : ISimd<T, T> where T : unmanaged
{
    public static int Lanes => 1;

    public static T Zero => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load(T* p) => *p;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(T* p, T v) => *p = v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Splat(T x) => x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Add(T a, T b) => typeof(T) == typeof(float) ? Of(Single(a) + Single(b)) : Of(Double(a) + Double(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sub(T a, T b) => typeof(T) == typeof(float) ? Of(Single(a) - Single(b)) : Of(Double(a) - Double(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Mul(T a, T b) => typeof(T) == typeof(float) ? Of(Single(a) * Single(b)) : Of(Double(a) * Double(b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Fma(T a, T b, T c) => Add(Mul(a, b), c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Max(T a, T b) => typeof(T) == typeof(float)
        ? Of(MathF.Max(Single(a), Single(b)))
        : Of(Math.Max(Double(a), Double(b)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(T v) => v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Single(T x) => Unsafe.BitCast<T, float>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Double(T x) => Unsafe.BitCast<T, double>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Of(float x) => Unsafe.BitCast<float, T>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Of(double x) => Unsafe.BitCast<double, T>(x);
}
