using TorchSharp.Kernels.Gemm;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Conv;

/// <summary>
/// The convolution of <see cref="TapGrid"/> as an implicit matrix product: destination [M, points] = weight [M, K] times
/// the im2col matrix [K, points], K = channels * taps, whose panels are built just before they are used.
/// A task takes some rows of the grid of one image, so planes, panels and results stay in its core's cache.
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
            using var packed = new Scratch<T>(groups * plan.OutputsUp * plan.K);
            using var offsets = new Scratch<long>(plan.K);
            plan.Offsets(offsets.Pointer);
            PackWeights<TK>(plan, packed.Pointer);
            WorkerTeam.For(plan.Tasks, 1, new Body<T, TK>(plan, source, packed.Pointer, offsets.Pointer, bias, destination));
        }

        private void PackWeights<TK>(TapPlan plan, T* packed) where TK : struct, IMicroKernel<T>
        {
            using var rows = new Scratch<T>(outputs * plan.K);
            for (long g = 0; g < groups; g++)
            {
                var to = rows.Pointer;
                for (long m = 0; m < outputs; m++)
                    for (long c = 0; c < channels; c++)
                    {
                        var from = weight + g * weightGroup + m * weightOutput + c * weightChannel;
                        foreach (var e in grid.TapKernel) *to++ = from[e];
                    }
                var target = packed + g * plan.OutputsUp * plan.K;
                for (long k0 = 0; k0 < plan.K; k0 += plan.Depth)
                {
                    var d = Math.Min(plan.Depth, plan.K - k0);
                    for (long m = 0; m < outputs; m += TK.Rows)
                        Packing.Panel(rows.Pointer + m * plan.K + k0, plan.K, 1, Math.Min(TK.Rows, outputs - m), d, TK.Rows,
                            target + k0 * plan.OutputsUp + m * d);
                }
            }
        }
    }

    private readonly struct Body<T, TK>(TapPlan plan, T* source, T* weight, long* offsets, T* bias, T* destination) : IRangeBody
        where T : unmanaged where TK : struct, IMicroKernel<T>
    {
        public void Run(long from, long to)
        {
            var grid = plan.Grid;
            using var planes = new Scratch<T>(grid.NeedsNoPlane ? 0 : plan.Channels * plan.PlaneRows * plan.PlanePitch + OffsetPacking.Slack);
            using var panels = new Scratch<T>(Blocking.RoundUp(plan.BandPoints, TK.Cols) * plan.Depth + OffsetPacking.Slack);
            using var result = new Scratch<T>(grid.IsDense ? 0 : plan.Outputs * plan.BandPoints);
            for (var task = from; task < to; task++)
            {
                var split = task % plan.OutputSplits;
                var band = task / plan.OutputSplits % plan.Bands;
                var group = task / plan.OutputSplits / plan.Bands % plan.Groups;
                var image = task / plan.OutputSplits / plan.Bands / plan.Groups;
                Band(image, group, band, split * plan.OutputsPerSplit, planes.Pointer, panels.Pointer, result.Pointer);
            }
        }

        private void Band(long image, long group, long band, long m0, T* planes, T* panels, T* result)
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

            Span<Run> runs = stackalloc Run[TK.Cols];
            var weights = weight + group * plan.OutputsUp * plan.K;
            for (long k0 = 0; k0 < plan.K; k0 += plan.Depth)
            {
                var d = Math.Min(plan.Depth, plan.K - k0);
                for (long p = 0; p < points; p += TK.Cols)
                {
                    var count = plan.Runs(p, Math.Min(TK.Cols, points - p), runs);
                    OffsetPacking.Panel(from, offsets + k0, d, runs[..count], TK.Cols, panels + p * d);
                }
                BlockProduct.Run<T, TK>(m, points, d, weights + k0 * plan.OutputsUp + m0 * d, panels, c0, ldc, bias is not null || k0 > 0);
            }
            if (!grid.IsDense) Scatter(result, points, m, y0, y1, output);
        }

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
