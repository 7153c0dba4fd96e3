namespace TorchSharp.Kernels.Conv;

/// <summary>
/// A convolution seen as taps on a grid: destination point (y, x) of the grid sums, over channels c and taps t,
/// weight[c, t] * plane[c][y * StepY + TapY[t], x * StepX + TapX[t]], where plane(0, 0) is source point (OriginY, OriginX)
/// and everything outside of the source is zero. The forward pass is one such grid; the input gradient of a convolution
/// with stride s is s * s of them, one for each residue of the input position modulo the stride (Dumoulin and Visin,
/// 2016, "A guide to convolution arithmetic"), so no multiplication with an inserted zero is ever done.
/// </summary>
internal sealed class TapGrid
{
    public required long SourceH { get; init; }
    public required long SourceW { get; init; }
    public required long OriginY { get; init; }
    public required long OriginX { get; init; }
    public required long StepY { get; init; }
    public required long StepX { get; init; }

    /// <summary>Tap offsets on the plane, all at least 0.</summary>
    public required long[] TapY { get; init; }
    public required long[] TapX { get; init; }

    /// <summary>Which element of the kernel [KH * KW] a tap reads.</summary>
    public required long[] TapKernel { get; init; }

    public required long GridH { get; init; }
    public required long GridW { get; init; }

    /// <summary>Grid point (y, x) is destination point (y * DestinationStepY + DestinationY, ...) of a map DestinationW wide.</summary>
    public long DestinationStepY { get; init; } = 1;
    public long DestinationStepX { get; init; } = 1;
    public long DestinationY { get; init; }
    public long DestinationX { get; init; }
    public required long DestinationH { get; init; }
    public required long DestinationW { get; init; }

    public long Taps => TapY.Length;

    public long MaxTapY => TapY.Length == 0 ? 0 : TapY.Max();

    public long MaxTapX => TapX.Length == 0 ? 0 : TapX.Max();

    /// <summary>True where the grid is the whole destination map, in order.</summary>
    public bool IsDense => DestinationStepY == 1 && DestinationStepX == 1 && GridH == DestinationH && GridW == DestinationW;

    /// <summary>True where the taps are all elements of the kernel, in their order.</summary>
    public bool TapsInOrder { get; init; }

    /// <summary>True where the source itself can serve as plane: nothing to pad, no columns to sort by residue.</summary>
    public bool NeedsNoPlane => OriginY == 0 && OriginX == 0 && StepX == 1
        && (GridH - 1) * StepY + MaxTapY < SourceH && GridW - 1 + MaxTapX < SourceW;

    public static TapGrid Forward(in ConvShape s)
    {
        var shape = s;
        var taps = Enumerable.Range(0, (int)s.Taps).Select(t => (Kh: t / shape.KW, Kw: t % shape.KW)).ToArray();
        return new TapGrid
        {
            SourceH = s.H,
            SourceW = s.W,
            OriginY = -s.PH,
            OriginX = -s.PW,
            StepY = s.SH,
            StepX = s.SW,
            TapY = [.. taps.Select(t => t.Kh * shape.DH)],
            TapX = [.. taps.Select(t => t.Kw * shape.DW)],
            TapKernel = [.. taps.Select(t => t.Kh * shape.KW + t.Kw)],
            TapsInOrder = true,
            GridH = s.OH,
            GridW = s.OW,
            DestinationH = s.OH,
            DestinationW = s.OW,
        };
    }

    /// <summary>The grids of the input gradient: source is the output gradient [OH, OW], destination the input [H, W].</summary>
    public static TapGrid[] BackwardInput(in ConvShape s)
    {
        var grids = new List<TapGrid>();
        for (long ry = 0; ry < Math.Min(s.SH, s.H); ry++)
            for (long rx = 0; rx < Math.Min(s.SW, s.W); rx++)
                grids.Add(Residue(s, ry, rx));
        return [.. grids];
    }

    // Input row ry + SH * j meets output row o through kernel row kh where ry + SH j + PH - DH kh = SH o.
    private static TapGrid Residue(in ConvShape s, long ry, long rx)
    {
        var (rows, cols) = (Meeting(ry, s.PH, s.DH, s.KH, s.SH), Meeting(rx, s.PW, s.DW, s.KW, s.SW));
        long minY = rows.Count == 0 ? 0 : rows.Min(r => r.Shift), minX = cols.Count == 0 ? 0 : cols.Min(c => c.Shift);
        var kw = s.KW;
        var taps = rows.SelectMany(r => cols.Select(c => (Y: r.Shift - minY, X: c.Shift - minX, K: r.K * kw + c.K))).ToArray();
        return new TapGrid
        {
            SourceH = s.OH,
            SourceW = s.OW,
            OriginY = minY,
            OriginX = minX,
            StepY = 1,
            StepX = 1,
            TapY = [.. taps.Select(t => t.Y)],
            TapX = [.. taps.Select(t => t.X)],
            TapKernel = [.. taps.Select(t => t.K)],
            GridH = (s.H - ry + s.SH - 1) / s.SH,
            GridW = (s.W - rx + s.SW - 1) / s.SW,
            DestinationStepY = s.SH,
            DestinationStepX = s.SW,
            DestinationY = ry,
            DestinationX = rx,
            DestinationH = s.H,
            DestinationW = s.W,
        };
    }

    private static List<(long K, long Shift)> Meeting(long residue, long padding, long dilation, long kernel, long stride)
    {
        var list = new List<(long, long)>();
        for (long k = 0; k < kernel; k++)
        {
            var reach = residue + padding - k * dilation;
            if (reach % stride == 0) list.Add((k, reach / stride));
        }
        return list;
    }
}
