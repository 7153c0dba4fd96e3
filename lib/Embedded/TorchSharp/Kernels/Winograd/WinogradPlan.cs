using TorchSharp.Kernels.Conv;
using TorchSharp.Kernels.Gemm;

namespace TorchSharp.Kernels.Winograd;

/// <summary>
/// How a 3x3 convolution with stride 1 is cut into tiles of 4x4 outputs, and tiles into tasks. Channels are padded to whole
/// registers. Everything follows from the shape alone.
/// </summary>
internal readonly struct WinogradPlan
{
    /// <summary>Products per tile and pair of channels.</summary>
    public const int Points = 36;

    private const long TaskBytes = 640 << 10;

    public WinogradPlan(long images, long channels, long outputs, long h, long w, long oh, long ow, long padY, long padX, int lanes, int tileRows)
    {
        (Images, Channels, Outputs, H, W, OH, OW, PadY, PadX) = (images, channels, outputs, h, w, oh, ow, padY, padX);
        ChannelsUp = Blocking.RoundUp(channels, lanes);
        OutputsUp = Blocking.RoundUp(outputs, lanes);
        TilesX = (ow + 3) / 4;
        TilesY = (oh + 3) / 4;
        var most = Math.Clamp(TaskBytes / ((ChannelsUp + OutputsUp) * Points * sizeof(float)), 32, 128);
        RowsPerTask = Math.Clamp(most / TilesX, 1, images * TilesY);
        // Every core should get several tasks.
        while (RowsPerTask > 1 && Blocking.DivideUp(images * TilesY, RowsPerTask) < 8 && RowsPerTask / 2 * TilesX >= 16) RowsPerTask /= 2;
        Tasks = Blocking.DivideUp(images * TilesY, RowsPerTask);
        TilesUp = Blocking.RoundUp(RowsPerTask * TilesX, tileRows);
    }

    public long Images { get; }
    public long Channels { get; }
    public long ChannelsUp { get; }
    public long Outputs { get; }
    public long OutputsUp { get; }
    public long H { get; }
    public long W { get; }
    public long OH { get; }
    public long OW { get; }
    public long PadY { get; }
    public long PadX { get; }
    public long TilesX { get; }
    public long TilesY { get; }

    /// <summary>A task is so many rows of tiles; they may belong to several images.</summary>
    public long RowsPerTask { get; }

    public long Tasks { get; }

    /// <summary>Tiles of a task, rounded up to whole micro-kernels.</summary>
    public long TilesUp { get; }

    /// <summary>Columns that the tiles of a row read.</summary>
    public long PlaneW => 4 * TilesX + 2;

    /// <summary>Whether the transforms pay: enough channels on both sides, and enough tiles to share the transformed filters.</summary>
    public static bool Pays(in ConvShape s)
    {
        if (s.KH != 3 || s.KW != 3 || s.SH != 1 || s.SW != 1 || s.DH != 1 || s.DW != 1 || s.Groups != 1 || s.PH > 2 || s.PW > 2) return false;
        long tiles = s.N * ((s.OH + 3) / 4) * ((s.OW + 3) / 4);
        // A map of 4k + 1 rows fills its last tiles badly.
        var fill = (double)(s.OH * s.OW) / (((s.OH + 3) / 4) * ((s.OW + 3) / 4) * 16);
        return s.C >= 12 && s.OC >= 12 && fill > 0.4 && tiles >= 48 && tiles * 16 >= Math.Min(s.C, s.OC);
    }
}
