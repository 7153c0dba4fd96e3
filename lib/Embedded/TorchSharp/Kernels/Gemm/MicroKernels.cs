using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Gemm;

/// <summary>Chooses the micro-kernel for the instruction set in force.</summary>
internal static class MicroKernels
{
    /// <summary>Elements of the largest tile of any micro-kernel, for buffers on the stack.</summary>
    public const int MaxTile = 8 * 32;

    public static void Dispatch<T, TUser>(TUser user) where T : unmanaged where TUser : struct, IMicroKernelUser<T>
    {
        switch (Isa.Current)
        {
            case IsaLevel.Vector512:
                user.Run<Tile8x2<T, Vector512<T>, Simd512<T>>>();
                break;
            case IsaLevel.Vector256:
                user.Run<Tile6x2<T, Vector256<T>, Simd256<T>>>();
                break;
            case IsaLevel.Vector128 when AdvSimd.IsSupported:
                user.Run<Tile8x2<T, Vector128<T>, Simd128<T>>>();
                break;
            case IsaLevel.Vector128:
                user.Run<Tile6x2<T, Vector128<T>, Simd128<T>>>();
                break;
            default:
                user.Run<Tile6x2<T, T, SimdScalar<T>>>();
                break;
        }
    }
}
