using TorchSharp.Kernels.Simd;

namespace TorchSharp.Kernels.Winograd;

/// <summary>Transforms the input tiles of some rows of tiles: V[point][tile][channel].</summary>
internal static unsafe class TileInputs
{
    public static void Transform<TV, TS>(in WinogradPlan plan, float* input, long first, long end, float* rows, float* v)
        where TV : unmanaged where TS : struct, ISimd<float, TV>
    {
        long rowPitch = plan.PlaneW * plan.ChannelsUp, step = plan.TilesUp * plan.ChannelsUp;
        for (var r = first; r < end;)
        {
            var (image, ty) = Math.DivRem(r, plan.TilesY);
            var count = Math.Min(plan.TilesY - ty, end - r);
            ChannelsLast.Gather(input + image * plan.Channels * plan.H * plan.W, plan.Channels, plan.ChannelsUp, plan.H, plan.W,
                4 * ty - plan.PadY, 4 * count + 2, plan.PadX, plan.PlaneW, rows);
            for (long i = 0; i < count; i++)
                for (long tx = 0; tx < plan.TilesX; tx++)
                    for (long c = 0; c < plan.ChannelsUp; c += TS.Lanes)
                        TileTransforms<TV, TS>.Input(rows + 4 * i * rowPitch + 4 * tx * plan.ChannelsUp + c, rowPitch, plan.ChannelsUp,
                            v + ((r - first + i) * plan.TilesX + tx) * plan.ChannelsUp + c, step);
            r += count;
        }
    }
}
