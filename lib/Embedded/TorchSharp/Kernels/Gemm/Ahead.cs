using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels.Gemm;

/// <summary>Asks for the tile of C while the sums are still running, so that adding to it does not wait for memory.</summary>
internal static unsafe class Ahead
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows<T>(T* c, long ldc, int rows) where T : unmanaged
    {
        if (!Sse.IsSupported) return;
        for (var i = 0; i < rows; i++) Sse.Prefetch0(c + i * ldc);
    }
}
