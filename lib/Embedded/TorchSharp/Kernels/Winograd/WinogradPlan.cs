using TorchSharp.Kernels.Conv;
using TorchSharp.Kernels.Gemm;

namespace TorchSharp.Kernels.Winograd;

/// <summary>
/// How a 3x3 convolution with stride 1 is cut into tiles of 4x4 outputs, and tiles into tasks. Channels are padded to whole
/// registers and micro-kernels. Everything follows from the shape alone.
/// </summary>
internal readonly struct WinogradPlan
{
    /// <summary>Products per tile and pair of channels.</summary>
    public const int Points = 36;

    private const long TaskBytes = 800 << 10;

    public WinogradPlan(long images, long channels, long outputs, long h, long w, long oh, long ow, long padY, long padX, int lanes, int tileRows)
    {
        (Images, Channels, Outputs, H, W, OH, OW, PadY, PadX) = (images, channels, outputs, h, w, oh, ow, padY, padX);
        ChannelsUp = Blocking.RoundUp(channels, Math.Max(lanes, tileRows));
        OutputsUp = Blocking.RoundUp(outputs, Math.Max(lanes, tileRows));
        TilesX = (ow + 3) / 4;
        TilesY = (oh + 3) / 4;
        var most = Math.Clamp(TaskBytes / ((ChannelsUp + OutputsUp) * Points * sizeof(float)), 32, 128);
        RowsPerTask = BestRows(most, TilesX, images * TilesY, tileRows);
        // Every core should get several tasks.
        while (RowsPerTask > 1 && Blocking.DivideUp(images * TilesY, RowsPerTask) < 8 && RowsPerTask / 2 * TilesX >= 16) RowsPerTask /= 2;
        Tasks = Blocking.DivideUp(images * TilesY, RowsPerTask);
        TilesUp = Blocking.RoundUp(RowsPerTask * TilesX, tileRows);
        InputPitch = TilesUp * ChannelsUp + lanes;
        OutputPitch = TilesUp * OutputsUp + lanes;
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

    /// <summary>
    /// Elements from one point's matrix to the next. A register is added because a pitch of a power of two would put the 36
    /// values of a tile into one set of the cache.
    /// </summary>
    public long InputPitch { get; }

    /// <summary>The same for the products.</summary>
    public long OutputPitch { get; }

    /// <summary>Columns that the tiles of a row read.</summary>
    public long PlaneW => 4 * TilesX + 2;

    // At most `most` tiles (but one row), as few as possible of them wasted on the rounding to whole micro-kernels.
    private static long BestRows(long most, long tilesX, long allRows, int tileRows)
    {
        long best = 1;
        var bestFill = 0.0;
        for (long rows = 1; rows <= allRows && (rows == 1 || rows * tilesX <= most); rows++)
        {
            var fill = (double)(rows * tilesX) / Blocking.RoundUp(rows * tilesX, tileRows);
            if (fill < bestFill - 0.02) continue;
            bestFill = Math.Max(fill, bestFill);
            best = rows;
        }
        return best;
    }

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
