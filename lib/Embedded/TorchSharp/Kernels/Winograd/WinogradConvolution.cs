using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using TorchSharp.Kernels.Conv;
using TorchSharp.Kernels.Simd;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Winograd;

/// <summary>
/// A 3x3 convolution with stride 1 in float32, four times fewer multiplications than the direct sum: input tiles and
/// filters are transformed, multiplied as 36 matrix products [tiles, channels] x [channels, outputs], and transformed back.
/// A NaN or an infinity spreads over its tile here; the methods then answer false and the direct sum, which keeps it where
/// it belongs, has to overwrite the result. The input gradient is the same with the roles of the channels exchanged and the filter turned by 180 degrees.
/// </summary>
internal static unsafe class WinogradConvolution
{
    public static bool TryForward(in ConvShape s, float* input, float* weight, float* bias, float* output) =>
        Run(s.N, s.C, s.OC, s.H, s.W, s.OH, s.OW, s.PH, s.PW, input, new Filters(weight, s.C * 9, 9, Turned: false), bias, output);

    public static bool TryBackwardInput(in ConvShape s, float* outputGrad, float* weight, float* bias, float* inputGrad) =>
        Run(s.N, s.OC, s.C, s.OH, s.OW, s.H, s.W, 2 - s.PH, 2 - s.PW, outputGrad, new Filters(weight, 9, s.C * 9, Turned: true), bias, inputGrad);

    private static bool Run(long n, long c, long oc, long h, long w, long oh, long ow, long padY, long padX, float* input, Filters filters, float* bias, float* output)
    {
        switch (Isa.Current)
        {
            case IsaLevel.Vector512:
                return Run<Vector512<float>, Simd512<float>, RowTile8<Vector512<float>, Simd512<float>>>(n, c, oc, h, w, oh, ow, padY, padX, input, filters, bias, output);
            case IsaLevel.Vector256:
                return Run<Vector256<float>, Simd256<float>, RowTile4<Vector256<float>, Simd256<float>>>(n, c, oc, h, w, oh, ow, padY, padX, input, filters, bias, output);
            case IsaLevel.Vector128 when AdvSimd.IsSupported:
                return Run<Vector128<float>, Simd128<float>, RowTile8<Vector128<float>, Simd128<float>>>(n, c, oc, h, w, oh, ow, padY, padX, input, filters, bias, output);
            case IsaLevel.Vector128:
                return Run<Vector128<float>, Simd128<float>, RowTile4<Vector128<float>, Simd128<float>>>(n, c, oc, h, w, oh, ow, padY, padX, input, filters, bias, output);
            default:
                return Run<float, SimdScalar<float>, RowTile4<float, SimdScalar<float>>>(n, c, oc, h, w, oh, ow, padY, padX, input, filters, bias, output);
        }
    }

    private static bool Run<TV, TS, TK>(long n, long c, long oc, long h, long w, long oh, long ow, long padY, long padX, float* input, Filters filters, float* bias, float* output)
        where TV : unmanaged where TS : struct, ISimd<float, TV> where TK : struct, IRowTile
    {
        var plan = new WinogradPlan(n, c, oc, h, w, oh, ow, padY, padX, TS.Lanes, TK.Rows);
        using var transformed = new Scratch<float>(WinogradPlan.Points * plan.ChannelsUp * plan.OutputsUp);
        WorkerTeam.For(plan.OutputsUp / TS.Lanes, 1, new FilterBody<TV, TS>(filters, plan, transformed.Pointer));
        var spoiled = 0;
        WorkerTeam.For(plan.Tasks, 1, new Body<TV, TS, TK>(plan, input, transformed.Pointer, bias, output, &spoiled));
        return spoiled == 0;
    }

    /// <summary>Where the filter from channel c to output o lies, and whether it is read backwards.</summary>
    private readonly record struct Filters(nint Weight, long OutputPitch, long ChannelPitch, bool Turned)
    {
        public Filters(float* weight, long outputPitch, long channelPitch, bool Turned) : this((nint)weight, outputPitch, channelPitch, Turned)
        {
        }

        public float* At(long output, long channel) => (float*)Weight + output * OutputPitch + channel * ChannelPitch;
    }

    // U[point][panel of two registers of outputs][channel][output]; an odd last register is a panel of its own.
    private readonly struct FilterBody<TV, TS>(Filters filters, WinogradPlan plan, float* transformed) : IRangeBody
        where TV : unmanaged where TS : struct, ISimd<float, TV>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var lanes = TS.Lanes;
            var taps = stackalloc float[9 * lanes];
            var pointPitch = plan.ChannelsUp * plan.OutputsUp;
            for (var block = from; block < to; block++)
            {
                var panel = block / 2 * 2;
                var width = (panel + 2) * lanes <= plan.OutputsUp ? 2 * lanes : lanes;
                var target = transformed + panel * lanes * plan.ChannelsUp + (block - panel) * lanes;
                var count = Math.Clamp(plan.Outputs - block * lanes, 0, lanes);
                for (long i = 0; i < 9 * lanes; i++) taps[i] = 0;
                for (long ch = 0; ch < plan.Channels; ch++)
                {
                    for (long l = 0; l < count; l++)
                    {
                        var g = filters.At(block * lanes + l, ch);
                        for (var k = 0; k < 9; k++) taps[k * lanes + l] = g[filters.Turned ? 8 - k : k];
                    }
                    TileTransforms<TV, TS>.Filter(taps, target + ch * width, pointPitch);
                }
            }
        }
    }

    private readonly struct Body<TV, TS, TK>(WinogradPlan plan, float* input, float* filters, float* bias, float* output, int* spoiled) : IRangeBody
        where TV : unmanaged where TS : struct, ISimd<float, TV> where TK : struct, IRowTile
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            using var rows = new Scratch<float>(Math.Max(TileInputs.RowElements(plan), 16 * plan.TilesX * plan.OutputsUp));
            using var v = new Scratch<float>(WinogradPlan.Points * plan.InputPitch);
            using var m = new Scratch<float>(WinogradPlan.Points * plan.OutputPitch);
            using var biases = new Scratch<float>(plan.OutputsUp);
            for (long o = 0; o < plan.OutputsUp; o++) biases.Pointer[o] = bias is null || o >= plan.Outputs ? 0 : bias[o];
            for (var task = from; task < to; task++)
            {
                var first = task * plan.RowsPerTask;
                var end = Math.Min(first + plan.RowsPerTask, plan.Images * plan.TilesY);
                TileInputs.Transform<TV, TS>(plan, input, first, end, rows.Pointer, v.Pointer);
                Multiply((end - first) * plan.TilesX, v.Pointer, m.Pointer);
                Outputs(first, end, m.Pointer, biases.Pointer, rows.Pointer);
            }
        }

        private void Multiply(long tiles, float* v, float* m)
        {
            for (var p = 0; p < WinogradPlan.Points; p++)
            {
                var a = v + p * plan.InputPitch;
                var c = m + p * plan.OutputPitch;
                var u = filters + p * plan.ChannelsUp * plan.OutputsUp;
                for (long o = 0; o < plan.OutputsUp; o += 2 * TS.Lanes)
                    for (long t = 0; t < tiles; t += TK.Rows)
                    {
                        if (o + 2 * TS.Lanes <= plan.OutputsUp)
                            TK.Rows2(plan.Channels, a + t * plan.ChannelsUp, plan.ChannelsUp, u + o * plan.ChannelsUp, c + t * plan.OutputsUp + o, plan.OutputsUp);
                        else
                            TK.Rows1(plan.Channels, a + t * plan.ChannelsUp, plan.ChannelsUp, u + o * plan.ChannelsUp, c + t * plan.OutputsUp + o, plan.OutputsUp);
                    }
            }
        }

        private void Outputs(long first, long end, float* m, float* biases, float* rows)
        {
            long width = 4 * plan.TilesX, rowPitch = width * plan.OutputsUp;
            var check = TS.Zero;
            for (var r = first; r < end; r++)
            {
                var (image, ty) = Math.DivRem(r, plan.TilesY);
                var tile = m + (r - first) * plan.TilesX * plan.OutputsUp;
                for (long tx = 0; tx < plan.TilesX; tx++, tile += plan.OutputsUp)
                    for (long o = 0; o < plan.OutputsUp; o += TS.Lanes)
                        check = TileTransforms<TV, TS>.Output(tile + o, plan.OutputPitch, TS.Load(biases + o), check, rows + 4 * tx * plan.OutputsUp + o, rowPitch, plan.OutputsUp);
                ChannelsLast.Scatter(rows, plan.Outputs, plan.OutputsUp, 4, width, output + image * plan.Outputs * plan.OH * plan.OW, plan.OH, plan.OW, 4 * ty);
            }
            if (TS.Sum(check) != 0) Volatile.Write(ref *spoiled, 1);
        }
    }
}
