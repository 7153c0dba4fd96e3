using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels.Gemm;

/// <summary>Asks for memory before it is needed.</summary>
internal static unsafe class Ahead
{
    /// <summary>The cache line at an address, which may be anywhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Line(void* address)
    {
        if (Sse.IsSupported) Sse.Prefetch0(address);
    }

    /// <summary>The tile of C while the sums are still running, so that adding to it does not wait.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows<T>(T* c, long ldc, int rows) where T : unmanaged
    {
        if (!Sse.IsSupported) return;
        for (var i = 0; i < rows; i++) Sse.Prefetch0(c + i * ldc);
    }
}
