namespace TorchSharp.Kernels.Simd;

/// <summary>
/// A register of <see cref="Lanes"/> numbers. A kernel is written once against this interface; the JIT compiles it
/// anew for each implementing struct, so AVX-512, AVX2, 128-bit (SSE, AdvSimd) and scalar code share one source.
/// </summary>
internal unsafe interface ISimd<T, TV> where T : unmanaged where TV : unmanaged
{
    static abstract int Lanes { get; }
    static abstract TV Zero { get; }
    static abstract TV Load(T* p);
    static abstract void Store(T* p, TV v);
    static abstract TV Splat(T x);
    static abstract TV Add(TV a, TV b);
    static abstract TV Sub(TV a, TV b);
    static abstract TV Mul(TV a, TV b);
    /// <summary>a * b + c, in one rounding where the machine has it.</summary>
    static abstract TV Fma(TV a, TV b, TV c);
    /// <summary>The larger lane, and NaN where either lane is NaN.</summary>
    static abstract TV Max(TV a, TV b);
    /// <summary>The sum of the lanes, in an order that depends on the width alone.</summary>
    static abstract T Sum(TV v);
}
