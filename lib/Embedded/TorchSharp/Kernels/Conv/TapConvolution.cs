using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Gemm;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Conv;

/// <summary>
/// The convolution of <see cref="TapGrid"/> as an implicit matrix product: destination [M, points] = weight [M, K] times
/// the im2col matrix [K, points], K = channels * taps, of which one panel exists at a time, built just before it is used.
/// A task takes some rows of the grid of one image, so planes, panel and results stay in its core's cache.
/// </summary>
internal static unsafe class TapConvolution
{
    /// <summary>Runs all grids over all images and groups.</summary>
    /// <param name="grids">The grids; together they cover the destination map.</param>
    /// <param name="n">Images.</param>
    /// <param name="groups">Groups of channels.</param>
    /// <param name="channels">Source channels of a group.</param>
    /// <param name="outputs">Destination channels of a group.</param>
    /// <param name="source">[n, groups * channels, SourceH, SourceW].</param>
    /// <param name="weight">Group g, output m, channel c, kernel element e is at
    /// g * weightGroup + m * weightOutput + c * weightChannel + e.</param>
    /// <param name="weightGroup">Pitch of groups.</param>
    /// <param name="weightOutput">Pitch of outputs.</param>
    /// <param name="weightChannel">Pitch of channels.</param>
    /// <param name="bias">[groups * outputs] or null.</param>
    /// <param name="destination">[n, groups * outputs, DestinationH, DestinationW].</param>
    public static void Run<T>(TapGrid[] grids, long n, long groups, long channels, long outputs, T* source,
        T* weight, long weightGroup, long weightOutput, long weightChannel, T* bias, T* destination) where T : unmanaged
    {
        if (n * groups * outputs == 0) return;
        foreach (var grid in grids)
            MicroKernels.Dispatch<T, Job<T>>(new Job<T>(grid, n, groups, channels, outputs, source,
                weight, weightGroup, weightOutput, weightChannel, bias, destination));
    }

    private readonly struct Job<T>(TapGrid grid, long n, long groups, long channels, long outputs, T* source,
        T* weight, long weightGroup, long weightOutput, long weightChannel, T* bias, T* destination) : IMicroKernelUser<T>
        where T : unmanaged
    {
        public void Run<TK>() where TK : struct, IMicroKernel<T>
        {
            var plan = new TapPlan(grid, n, groups, channels, outputs, TK.Rows, TK.Cols, sizeof(T));
            if (plan.Points == 0) return;
            using var offsets = new Scratch<long>(plan.K);
            plan.Offsets(offsets.Pointer);
            // The forward pass finds its weights in the order of the sum already and reads them where they are if it can.
            var inOrder = grid.TapsInOrder && weightChannel == grid.Taps;
            var inPlace = inOrder && outputs % plan.TileRows == 0 && !plan.IsDirect;
            using var packed = new Scratch<T>(inPlace ? 0 : groups * plan.OutputsUp * plan.K);
            if (!inPlace)
            {
                var pack = new PackBody<T>(plan, inOrder, weight, weightGroup, weightOutput, weightChannel, packed.Pointer);
                WorkerTeam.For(groups * plan.OutputsUp / plan.TileRows, Math.Max(1, 8192 / (plan.TileRows * Math.Max(1, plan.K))), pack);
            }
            WorkerTeam.For(plan.Tasks, 1, inPlace
                ? new Body<T, TK>(plan, source, weight, weightGroup, weightOutput, offsets.Pointer, bias, destination)
                : new Body<T, TK>(plan, source, packed.Pointer, plan.OutputsUp * plan.K, 0, offsets.Pointer, bias, destination));
        }
    }

    // Panels [group][depth block][outputs / Rows][depth, Rows].
    private readonly struct PackBody<T>(TapPlan plan, bool inOrder, T* weight, long weightGroup, long weightOutput, long weightChannel, T* packed) : IRangeBody
        where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var taps = plan.Grid.TapKernel;
            var tileRows = plan.TileRows;
            using var rows = new Scratch<T>(inOrder ? 0 : tileRows * plan.K);
            var panels = plan.OutputsUp / tileRows;
            for (var task = from; task < to; task++)
            {
                var (g, panel) = Math.DivRem(task, panels);
                var m0 = panel * tileRows;
                var height = Math.Min(tileRows, plan.Outputs - m0);
                var from0 = weight + g * weightGroup + m0 * weightOutput;
                var pitch = weightOutput;
                if (!inOrder)
                {
                    var at = rows.Pointer;
                    for (long m = 0; m < height; m++)
                        for (long c = 0; c < plan.Channels; c++)
                            foreach (var e in taps) *at++ = from0[m * weightOutput + c * weightChannel + e];
                    from0 = rows.Pointer;
                    pitch = plan.K;
                }
                for (long k0 = 0; k0 < plan.K; k0 += plan.Depth)
                {
                    var d = Math.Min(plan.Depth, plan.K - k0);
                    Packing.Panel(from0 + k0, pitch, 1, height, d, tileRows, packed + g * plan.OutputsUp * plan.K + k0 * plan.OutputsUp + m0 * d);
                }
            }
        }
    }

    // A weightRow of zero says that the weights are packed.
    private readonly struct Body<T, TK>(TapPlan plan, T* source, T* weight, long weightGroup, long weightRow, long* offsets, T* bias, T* destination) : IRangeBody
        where T : unmanaged where TK : struct, IMicroKernel<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var grid = plan.Grid;
            using var planes = new Scratch<T>(grid.NeedsNoPlane ? 0 : plan.Channels * plan.PlaneRows * plan.PlanePitch + OffsetPacking.Slack);
            using var panel = new Scratch<T>(plan.IsDirect ? 0 : TK.Cols * plan.Depth + OffsetPacking.Slack);
            using var result = new Scratch<T>(grid.IsDense ? 0 : plan.Outputs * plan.BandPoints);
            for (var task = from; task < to; task++)
            {
                var split = task % plan.OutputSplits;
                var band = task / plan.OutputSplits % plan.Bands;
                var group = task / plan.OutputSplits / plan.Bands % plan.Groups;
                var image = task / plan.OutputSplits / plan.Bands / plan.Groups;
                Band(image, group, band, split * plan.OutputsPerSplit, planes.Pointer, panel.Pointer, result.Pointer);
            }
        }

        private void Band(long image, long group, long band, long m0, T* planes, T* panel, T* result)
        {
            var grid = plan.Grid;
            long y0 = band * plan.BandRows, y1 = Math.Min(grid.GridH, y0 + plan.BandRows);
            var points = (y1 - y0) * grid.GridW;
            var m = Math.Min(plan.OutputsPerSplit, plan.Outputs - m0);
            var map = source + (image * plan.Groups + group) * plan.Channels * grid.SourceH * grid.SourceW;
            var from = map + y0 * grid.StepY * grid.SourceW;
            if (!grid.NeedsNoPlane)
            {
                for (long c = 0; c < plan.Channels; c++)
                    Planes.Fill(map + c * grid.SourceH * grid.SourceW, grid.SourceH, grid.SourceW, grid.OriginY + y0 * grid.StepY, grid.OriginX,
                        grid.StepX, (y1 - y0 - 1) * grid.StepY + grid.MaxTapY + 1, plan.PlaneColumns, planes + c * plan.PlaneRows * plan.PlanePitch);
                from = planes;
            }

            var outputMap = grid.DestinationH * grid.DestinationW;
            var output = destination + ((image * plan.Groups + group) * plan.Outputs + m0) * outputMap;
            var c0 = grid.IsDense ? output + y0 * grid.GridW : result;
            var ldc = grid.IsDense ? outputMap : points;
            if (bias is not null || plan.K == 0)
                for (long i = 0; i < m; i++) Rows.Fill(c0 + i * ldc, points, bias is null ? default : bias[group * plan.Outputs + m0 + i]);

            var weights = weight + group * weightGroup;
            if (plan.IsDirect)
            {
                for (var y = y0; y < y1 && plan.K > 0; y++)
                    TK.RunTaps(m, plan.K, from + (y - y0) * grid.StepY * plan.PlanePitch, offsets, weights, c0 + (y - y0) * grid.GridW, ldc, grid.GridW, bias is not null);
                if (!grid.IsDense) Scatter(result, points, m, y0, y1, output);
                return;
            }
            Span<Run> runs = stackalloc Run[TK.Cols];
            for (long k0 = 0; k0 < plan.K; k0 += plan.Depth)
            {
                var d = Math.Min(plan.Depth, plan.K - k0);
                var accumulate = bias is not null || k0 > 0;
                for (long p = 0; p < points; p += TK.Cols)
                {
                    var width = Math.Min(TK.Cols, points - p);
                    var count = plan.Runs(p, width, runs);
                    OffsetPacking.Panel(from, offsets + k0, d, runs[..count], TK.Cols, panel);
                    if (weightRow == 0) BlockProduct.Run<T, TK>(m, width, d, weights + k0 * plan.OutputsUp + m0 * d, panel, c0 + p, ldc, accumulate);
                    else BlockProduct.RunRows<T, TK>(m, width, d, weights + m0 * weightRow + k0, weightRow, panel, c0 + p, ldc, accumulate);
                }
            }
            if (!grid.IsDense) Scatter(result, points, m, y0, y1, output);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Scatter(T* result, long points, long m, long y0, long y1, T* output)
        {
            var grid = plan.Grid;
            for (long i = 0; i < m; i++)
            {
                var from = result + i * points;
                var map = output + i * grid.DestinationH * grid.DestinationW;
                for (var y = y0; y < y1; y++, from += grid.GridW)
                {
                    var row = map + (y * grid.DestinationStepY + grid.DestinationY) * grid.DestinationW + grid.DestinationX;
                    for (long x = 0; x < grid.GridW; x++) row[x * grid.DestinationStepX] = from[x];
                }
            }
        }
    }
}
