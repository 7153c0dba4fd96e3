using TorchSharp.Kernels.Gemm;

namespace TorchSharp.Kernels.Conv;

/// <summary>How a <see cref="TapGrid"/> is cut into tasks. Everything here follows from the shape alone.</summary>
internal sealed class TapPlan
{
    private const long MostPoints = 768;
    private const long MostPlaneBytes = 256 << 10;
    private const long FewTasks = 8;

    public TapPlan(TapGrid grid, long images, long groups, long channels, long outputs, int tileRows, int tileCols, int elementBytes)
    {
        Grid = grid;
        IsDirect = outputs <= DirectTaps.MostOutputs;
        if (IsDirect) tileRows = DirectTaps.MostOutputs;
        TileRows = tileRows;
        Groups = groups;
        Channels = channels;
        Outputs = outputs;
        K = channels * grid.Taps;
        Depth = IsDirect ? Math.Max(K, 1) : Blocking.Depth(K, tileCols, elementBytes);
        OutputsUp = Blocking.RoundUp(outputs, tileRows);
        PlaneColumns = (grid.GridW - 1) * grid.StepX + grid.MaxTapX + 1;
        PlanePitch = grid.NeedsNoPlane ? grid.SourceW : Planes.Columns(PlaneColumns, grid.StepX) * grid.StepX;
        BandRows = ChooseBandRows(grid, tileCols, grid.NeedsNoPlane ? 0 : channels * PlanePitch * elementBytes);
        Bands = grid.GridH == 0 ? 0 : Blocking.DivideUp(grid.GridH, BandRows);
        PlaneRows = (BandRows - 1) * grid.StepY + grid.MaxTapY + 1;

        var tasks = images * groups * Bands;
        OutputSplits = tasks == 0 ? 1 : Math.Clamp(FewTasks / tasks, 1, Math.Max(1, outputs / (4 * tileRows)));
        OutputsPerSplit = Blocking.RoundUp(Blocking.DivideUp(outputs, OutputSplits), tileRows);
        OutputSplits = Blocking.DivideUp(outputs, OutputsPerSplit);
        Tasks = tasks * OutputSplits;
    }

    public TapGrid Grid { get; }

    /// <summary>So few outputs that panels do not pay.</summary>
    public bool IsDirect { get; }

    /// <summary>Outputs of one panel of weights.</summary>
    public int TileRows { get; }

    public long Groups { get; }
    public long Channels { get; }
    public long Outputs { get; }
    public long OutputsUp { get; }
    public long OutputSplits { get; }
    public long OutputsPerSplit { get; }
    public long K { get; }
    public long Depth { get; }
    public long PlaneColumns { get; }
    public long PlanePitch { get; }
    public long PlaneRows { get; }
    public long BandRows { get; }
    public long Bands { get; }
    public long Tasks { get; }

    public long Points => Grid.GridH * Grid.GridW;

    public long BandPoints => BandRows * Grid.GridW;

    private long ChannelPitch => Grid.NeedsNoPlane ? Grid.SourceH * Grid.SourceW : PlaneRows * PlanePitch;

    /// <summary>Where row k = (channel, tap) of the im2col matrix begins, relative to grid point 0 of the band.</summary>
    public unsafe void Offsets(long* offsets)
    {
        var perResidue = PlanePitch / Grid.StepX;
        for (long c = 0; c < Channels; c++)
            for (long t = 0; t < Grid.Taps; t++)
                *offsets++ = c * ChannelPitch + Grid.TapY[t] * PlanePitch + Grid.TapX[t] % Grid.StepX * perResidue + Grid.TapX[t] / Grid.StepX;
    }

    /// <summary>The stretches of memory behind <paramref name="count"/> grid points from <paramref name="first"/> on.</summary>
    public int Runs(long first, long count, Span<Run> runs)
    {
        var rowPitch = Grid.StepY * PlanePitch;
        if (rowPitch == Grid.GridW)
        {
            runs[0] = new Run(first, count);
            return 1;
        }
        var n = 0;
        var (y, x) = Math.DivRem(first, Grid.GridW);
        for (; count > 0; y++, x = 0)
        {
            var length = Math.Min(count, Grid.GridW - x);
            runs[n++] = new Run(y * rowPitch + x, length);
            count -= length;
        }
        return n;
    }

    // Rows per band: as many as fill whole panels best, at most MostPoints points, and planes that stay in L2.
    private static long ChooseBandRows(TapGrid grid, int tileCols, long planeRowBytes)
    {
        var most = MostPoints / Math.Max(1, grid.GridW);
        if (planeRowBytes > 0) most = Math.Min(most, (MostPlaneBytes / planeRowBytes - grid.MaxTapY - 1) / grid.StepY + 1);
        long best = 1;
        var bestFill = 0.0;
        for (long rows = 1; rows <= grid.GridH && (rows == 1 || rows <= most); rows++)
        {
            var bands = Blocking.DivideUp(grid.GridH, rows);
            var last = grid.GridH - (bands - 1) * rows;
            var panels = (bands - 1) * Blocking.DivideUp(rows * grid.GridW, tileCols) + Blocking.DivideUp(last * grid.GridW, tileCols);
            // The rows that neighbouring bands both load count as a little work.
            var cost = panels * tileCols + 0.02 * bands * grid.MaxTapY * grid.GridW;
            var fill = grid.GridH * grid.GridW / cost;
            if (fill >= bestFill)
            {
                bestFill = fill;
                best = rows;
            }
        }
        return best;
    }
}
