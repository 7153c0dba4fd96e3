using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Winograd;

/// <summary>Transforms the input tiles of some rows of tiles: V[point][tile][channel].</summary>
internal static unsafe class TileInputs
{
    /// <summary>Elements of the buffer for the rows of pixels: the six that a row of tiles reads stay in L1.</summary>
    public static long RowElements(in WinogradPlan plan) => 6 * plan.PlaneW * plan.ChannelsUp;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transform<TV, TS>(in WinogradPlan plan, float* input, long first, long end, float* rows, float* v)
        where TV : unmanaged where TS : struct, ISimd<float, TV>
    {
        var rowPitch = plan.PlaneW * plan.ChannelsUp;
        for (var r = first; r < end; r++)
        {
            var (image, ty) = Math.DivRem(r, plan.TilesY);
            var map = input + image * plan.Channels * plan.H * plan.W;
            // Two of the six rows were read by the tiles above.
            long known = r > first && ty > 0 ? 2 : 0;
            if (known > 0) new ReadOnlySpan<float>(rows + 4 * rowPitch, (int)(2 * rowPitch)).CopyTo(new Span<float>(rows, (int)(2 * rowPitch)));
            ChannelsLast.Gather(map, plan.Channels, plan.ChannelsUp, plan.H, plan.W, 4 * ty - plan.PadY + known, 6 - known, plan.PadX, plan.PlaneW,
                rows + known * rowPitch);
            var tile = v + (r - first) * plan.TilesX * plan.ChannelsUp;
            for (long tx = 0; tx < plan.TilesX; tx++, tile += plan.ChannelsUp)
                for (long c = 0; c < plan.ChannelsUp; c += TS.Lanes)
                    TileTransforms<TV, TS>.Input(rows + 4 * tx * plan.ChannelsUp + c, rowPitch, plan.ChannelsUp, tile + c, plan.InputPitch);
        }
    }
}
