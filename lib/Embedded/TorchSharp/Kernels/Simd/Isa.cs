using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels.Simd;

/// <summary>The instruction sets that kernels are compiled for, from narrow to wide.</summary>
internal enum IsaLevel
{
    Scalar,
    Vector128,
    Vector256,
    Vector512,
}

/// <summary>Which path the kernels take on this machine; a test can force a narrower one on its own thread.</summary>
internal static class Isa
{
    [ThreadStatic] private static IsaLevel? t_forced;

    /// <summary>The widest path that the hardware runs at full speed.</summary>
    public static IsaLevel Best { get; } =
        Vector512.IsHardwareAccelerated && Avx512F.IsSupported ? IsaLevel.Vector512
        : Vector256.IsHardwareAccelerated && Fma.IsSupported ? IsaLevel.Vector256
        : Vector128.IsHardwareAccelerated ? IsaLevel.Vector128
        : IsaLevel.Scalar;

    public static IsaLevel Current => t_forced ?? Best;

    /// <summary>Takes the given path on this thread until the result is disposed.</summary>
    public static IDisposable Force(IsaLevel level)
    {
        var before = t_forced;
        t_forced = level <= Best ? level : Best;
        return new Restore(before);
    }

    private sealed class Restore(IsaLevel? before) : IDisposable
    {
        public void Dispose() => t_forced = before;
    }
}
