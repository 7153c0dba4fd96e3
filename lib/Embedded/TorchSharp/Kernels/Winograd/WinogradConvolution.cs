using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using TorchSharp.Kernels.Conv;
using TorchSharp.Kernels.Gemm;
using TorchSharp.Kernels.Simd;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Winograd;

/// <summary>
/// A 3x3 convolution with stride 1 in float32, four times fewer multiplications than the direct sum: input tiles and
/// filters are transformed, multiplied as 36 matrix products [tiles, channels] x [channels, outputs], and transformed back.
/// The input gradient is the same with the roles of the channels exchanged and the filter turned by 180 degrees.
/// </summary>
internal static unsafe class WinogradConvolution
{
    public static void Forward(in ConvShape s, float* input, float* weight, float* bias, float* output) =>
        Run(s.N, s.C, s.OC, s.H, s.W, s.OH, s.OW, s.PH, s.PW, input, new Filters(weight, s.C * 9, 9, Turned: false), bias, output);

    public static void BackwardInput(in ConvShape s, float* outputGrad, float* weight, float* bias, float* inputGrad) =>
        Run(s.N, s.OC, s.C, s.OH, s.OW, s.H, s.W, 2 - s.PH, 2 - s.PW, outputGrad, new Filters(weight, 9, s.C * 9, Turned: true), bias, inputGrad);

    private static void Run(long n, long c, long oc, long h, long w, long oh, long ow, long padY, long padX, float* input, Filters filters, float* bias, float* output)
    {
        switch (Isa.Current)
        {
            case IsaLevel.Vector512:
                Run<Vector512<float>, Simd512<float>, RowTile8<Vector512<float>, Simd512<float>>>(n, c, oc, h, w, oh, ow, padY, padX, input, filters, bias, output);
                break;
            case IsaLevel.Vector256:
                Run<Vector256<float>, Simd256<float>, RowTile4<Vector256<float>, Simd256<float>>>(n, c, oc, h, w, oh, ow, padY, padX, input, filters, bias, output);
                break;
            case IsaLevel.Vector128 when AdvSimd.IsSupported:
                Run<Vector128<float>, Simd128<float>, RowTile8<Vector128<float>, Simd128<float>>>(n, c, oc, h, w, oh, ow, padY, padX, input, filters, bias, output);
                break;
            case IsaLevel.Vector128:
                Run<Vector128<float>, Simd128<float>, RowTile4<Vector128<float>, Simd128<float>>>(n, c, oc, h, w, oh, ow, padY, padX, input, filters, bias, output);
                break;
            default:
                Run<float, SimdScalar<float>, RowTile4<float, SimdScalar<float>>>(n, c, oc, h, w, oh, ow, padY, padX, input, filters, bias, output);
                break;
        }
    }

    private static void Run<TV, TS, TK>(long n, long c, long oc, long h, long w, long oh, long ow, long padY, long padX, float* input, Filters filters, float* bias, float* output)
        where TV : unmanaged where TS : struct, ISimd<float, TV> where TK : struct, IRowTile
    {
        var plan = new WinogradPlan(n, c, oc, h, w, oh, ow, padY, padX, TS.Lanes, TK.Rows);
        using var transformed = new Scratch<float>(WinogradPlan.Points * plan.ChannelsUp * plan.OutputsUp);
        WorkerTeam.For(plan.OutputsUp / TS.Lanes, 1, new FilterBody(filters, plan, TS.Lanes, transformed.Pointer));
        WorkerTeam.For(plan.Tasks, 1, new Body<TV, TS, TK>(plan, input, transformed.Pointer, bias, output));
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
    private readonly struct FilterBody(Filters filters, WinogradPlan plan, int lanes, float* transformed) : IRangeBody
    {
        public void Run(long from, long to)
        {
            Span<double> half = stackalloc double[18];
            Span<double> u = stackalloc double[6];
            var pointPitch = plan.ChannelsUp * plan.OutputsUp;
            for (var block = from; block < to; block++)
            {
                var panel = block / 2 * 2;
                var width = panel * lanes + 2 * lanes <= plan.OutputsUp ? 2 * lanes : lanes;
                var target = transformed + panel * lanes * plan.ChannelsUp + (block - panel) * lanes;
                for (long ch = 0; ch < plan.ChannelsUp; ch++)
                    for (long l = 0; l < lanes; l++)
                    {
                        var at = target + ch * width + l;
                        var o = block * lanes + l;
                        if (ch >= plan.Channels || o >= plan.Outputs)
                        {
                            for (var p = 0; p < 36; p++) at[p * pointPitch] = 0;
                            continue;
                        }
                        var g = filters.At(o, ch);
                        for (var j = 0; j < 3; j++)
                        {
                            if (filters.Turned) F43.Filter(g[8 - j], g[5 - j], g[2 - j], u);
                            else F43.Filter(g[j], g[3 + j], g[6 + j], u);
                            for (var i = 0; i < 6; i++) half[i * 3 + j] = u[i];
                        }
                        for (var i = 0; i < 6; i++)
                        {
                            F43.Filter(half[i * 3], half[i * 3 + 1], half[i * 3 + 2], u);
                            for (var j = 0; j < 6; j++) at[(i * 6 + j) * pointPitch] = (float)u[j];
                        }
                    }
            }
        }
    }

    private readonly struct Body<TV, TS, TK>(WinogradPlan plan, float* input, float* filters, float* bias, float* output) : IRangeBody
        where TV : unmanaged where TS : struct, ISimd<float, TV> where TK : struct, IRowTile
    {
        public void Run(long from, long to)
        {
            using var rows = new Scratch<float>((4 * plan.RowsPerTask + 2) * plan.PlaneW * Math.Max(plan.ChannelsUp, plan.OutputsUp));
            using var v = new Scratch<float>(WinogradPlan.Points * plan.TilesUp * plan.ChannelsUp);
            using var m = new Scratch<float>(WinogradPlan.Points * plan.TilesUp * plan.OutputsUp);
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
                var a = v + p * plan.TilesUp * plan.ChannelsUp;
                var c = m + p * plan.TilesUp * plan.OutputsUp;
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
            long width = 4 * plan.TilesX, rowPitch = width * plan.OutputsUp, step = plan.TilesUp * plan.OutputsUp;
            for (var r = first; r < end;)
            {
                var (image, ty) = Math.DivRem(r, plan.TilesY);
                var count = Math.Min(plan.TilesY - ty, end - r);
                for (long i = 0; i < count; i++)
                    for (long tx = 0; tx < plan.TilesX; tx++)
                        for (long o = 0; o < plan.OutputsUp; o += TS.Lanes)
                            TileTransforms<TV, TS>.Output(m + ((r - first + i) * plan.TilesX + tx) * plan.OutputsUp + o, step, TS.Load(biases + o),
                                rows + 4 * i * rowPitch + 4 * tx * plan.OutputsUp + o, rowPitch, plan.OutputsUp);
                ChannelsLast.Scatter(rows, plan.Outputs, plan.OutputsUp, 4 * count, width, output + image * plan.Outputs * plan.OH * plan.OW, plan.OH, plan.OW, 4 * ty);
                r += count;
            }
        }
    }
}
