using System.Runtime.CompilerServices;
using TorchSharp.Kernels.Gemm;
using TorchSharp.Kernels.Winograd;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Conv;

/// <summary>
/// The gradient of the weight: for each output channel o and column j = (kernel row, kernel column, channel) the sum over
/// all images and points of outputGrad[o, point] * input[point moved by j]. Input bands are laid out channels-last first,
/// so that the columns of one point are contiguous and a panel is built by copying. Images are summed in a fixed number of
/// parts and the parts in order, whatever the number of threads.
/// </summary>
internal static unsafe class ConvBackwardWeight
{
    private const long ChannelBlock = 64;
    private const long Parts = 16;
    private const long MostPartialBytes = 16 << 20;
    private const long BandBytes = 256 << 10;

    public static void Run<T>(in ConvShape s, T* input, T* outputGrad, T* weightGrad) where T : unmanaged
    {
        var size = s.OC * s.CPerGroup * s.Taps;
        if (size == 0) return;
        if (s.N * s.OH * s.OW == 0)
        {
            Rows.Clear(weightGrad, size);
            return;
        }
        if (DepthwiseBackwardWeight.Pays(s))
        {
            DepthwiseBackwardWeight.Run(s, input, outputGrad, weightGrad);
            return;
        }
        if (typeof(T) == typeof(float) && WinogradPlan.Pays(s) && WinogradBackwardWeight.Fits(s)
            && WinogradBackwardWeight.TryRun(s, (float*)input, (float*)outputGrad, (float*)weightGrad)) return;
        Direct(s, input, outputGrad, weightGrad);
    }

    /// <summary>The direct sum, for every shape that is not empty.</summary>
    public static void Direct<T>(in ConvShape s, T* input, T* outputGrad, T* weightGrad) where T : unmanaged =>
        MicroKernels.Dispatch<T, Job<T>>(new Job<T>(s, input, outputGrad, weightGrad));

    private readonly struct Job<T>(ConvShape s, T* input, T* outputGrad, T* weightGrad) : IMicroKernelUser<T> where T : unmanaged
    {
        public void Run<TK>() where TK : struct, IMicroKernel<T>
        {
            var size = s.OC * s.CPerGroup * s.Taps;
            var channelBlocks = Blocking.DivideUp(s.CPerGroup, ChannelBlock);
            var parts = Math.Clamp(MostPartialBytes / (size * sizeof(T)), 1, Math.Min(s.N, Parts));
            using var partial = new Scratch<T>(parts * size);
            WorkerTeam.For(parts * s.Groups * channelBlocks, 1, new Accumulate<T, TK>(s, parts, channelBlocks, input, outputGrad, partial.Pointer));
            WorkerTeam.For(s.OC, Math.Max(1, 32768 / (parts * size / s.OC)), new Collect<T>(s, parts, partial.Pointer, weightGrad));
        }
    }

    // partial[part][o][channel block][tap][channel]
    private readonly struct Accumulate<T, TK>(ConvShape s, long parts, long channelBlocks, T* input, T* outputGrad, T* partial) : IRangeBody
        where T : unmanaged where TK : struct, IMicroKernel<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var size = s.OC * s.CPerGroup * s.Taps;
            for (var task = from; task < to; task++)
            {
                var block = task % channelBlocks;
                var group = task / channelBlocks % s.Groups;
                var part = task / channelBlocks / s.Groups;
                var c0 = block * ChannelBlock;
                var channels = Math.Min(ChannelBlock, s.CPerGroup - c0);
                var target = partial + part * size + group * s.OCPerGroup * s.CPerGroup * s.Taps + c0 * s.Taps;
                Images(s.N * part / parts, s.N * (part + 1) / parts, group, c0, channels, target);
            }
        }

        private void Images(long first, long end, long group, long c0, long channels, T* target)
        {
            var columns = s.Taps * channels;
            var planeW = (s.OW - 1) * s.SW + (s.KW - 1) * s.DW + 1;
            var pitch = planeW * channels;
            var bandRows = Math.Clamp(BandBytes / (pitch * s.SH * sizeof(T)), 1, s.OH);
            var planeRows = (bandRows - 1) * s.SH + (s.KH - 1) * s.DH + 1;
            var depth = Math.Min(256, bandRows * s.OW);
            var outputs = s.OCPerGroup;
            using var plane = new Scratch<T>(planeRows * pitch + OffsetPacking.Slack);
            using var points = new Scratch<long>(bandRows * s.OW);
            using var panelsA = new Scratch<T>(Blocking.RoundUp(outputs, TK.Rows) * depth);
            using var panelB = new Scratch<T>(TK.Cols * depth + OffsetPacking.Slack);
            for (long i = 0; i < bandRows * s.OW; i++) points.Pointer[i] = i / s.OW * s.SH * pitch + i % s.OW * s.SW * channels;

            Span<Run> runs = stackalloc Run[TK.Cols];
            var started = false;
            for (var image = first; image < end; image++)
                for (long y0 = 0; y0 < s.OH; y0 += bandRows)
                {
                    var rows = Math.Min(bandRows, s.OH - y0);
                    var map = input + (image * s.C + group * s.CPerGroup + c0) * s.H * s.W;
                    ChannelsLast(map, channels, y0 * s.SH - s.PH, (rows - 1) * s.SH + (s.KH - 1) * s.DH + 1, planeW, plane.Pointer);
                    for (long p = 0; p < rows * s.OW; p += depth)
                    {
                        var d = Math.Min(depth, rows * s.OW - p);
                        var grad = outputGrad + (image * s.OC + group * outputs) * s.OH * s.OW + y0 * s.OW + p;
                        for (long m = 0; m < outputs; m += TK.Rows)
                            Packing.Panel(grad + m * s.OH * s.OW, s.OH * s.OW, 1, Math.Min(TK.Rows, outputs - m), d, TK.Rows, panelsA.Pointer + m * d);
                        for (long j = 0; j < columns; j += TK.Cols)
                        {
                            var width = Math.Min(TK.Cols, columns - j);
                            var count = ColumnRuns(j, width, channels, pitch, runs);
                            OffsetPacking.Panel(plane.Pointer, points.Pointer + p, d, runs[..count], TK.Cols, panelB.Pointer);
                            BlockProduct.Run<T, TK>(outputs, width, d, panelsA.Pointer, panelB.Pointer, target + j, s.CPerGroup * s.Taps, started);
                        }
                        started = true;
                    }
                }
        }

        private int ColumnRuns(long first, long count, long channels, long pitch, Span<Run> runs)
        {
            var n = 0;
            for (var j = first; j < first + count;)
            {
                var (tap, c) = Math.DivRem(j, channels);
                var length = Math.Min(channels - c, first + count - j);
                var offset = tap / s.KW * s.DH * pitch + tap % s.KW * s.DW * channels + c;
                if (n > 0 && runs[n - 1].Offset + runs[n - 1].Length == offset) runs[n - 1] = new Run(runs[n - 1].Offset, runs[n - 1].Length + length);
                else runs[n++] = new Run(offset, length);
                j += length;
            }
            return n;
        }

        // plane[row][column][channel] from map[channel][y][x], zero outside of the map.
        private void ChannelsLast(T* map, long channels, long firstRow, long rows, long planeW, T* plane)
        {
            var pitch = planeW * channels;
            var left = Math.Min(s.PW, planeW);
            var end = Math.Clamp(s.W + s.PW, left, planeW);
            for (long r = 0; r < rows; r++, plane += pitch)
            {
                var y = firstRow + r;
                if (y < 0 || y >= s.H)
                {
                    Rows.Clear(plane, pitch);
                    continue;
                }
                Rows.Clear(plane, left * channels);
                Transposition.Matrix(map + y * s.W, s.H * s.W, channels, end - left, plane + left * channels, channels);
                Rows.Clear(plane + end * channels, pitch - end * channels);
            }
        }
    }

    private readonly struct Collect<T>(ConvShape s, long parts, T* partial, T* weightGrad) : IRangeBody where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            long perOutput = s.CPerGroup * s.Taps, size = s.OC * perOutput;
            for (var o = from; o < to; o++)
            {
                var sum = partial + o * perOutput;
                for (long p = 1; p < parts; p++) Rows.Add(sum + p * size, sum, perOutput);
                for (long c0 = 0; c0 < s.CPerGroup; c0 += ChannelBlock)
                {
                    var channels = Math.Min(ChannelBlock, s.CPerGroup - c0);
                    Transposition.Matrix(sum + c0 * s.Taps, channels, s.Taps, channels, weightGrad + o * perOutput + c0 * s.Taps, s.Taps);
                }
            }
        }
    }
}
