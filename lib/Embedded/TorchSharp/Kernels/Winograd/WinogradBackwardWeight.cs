using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using TorchSharp.Kernels.Conv;
using TorchSharp.Kernels.Simd;
using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Winograd;

/// <summary>
/// The weight gradient in the transformed domain: from y = A^T [(G g G^T) * (B^T d B)] A follows
/// dg = G^T [sum over tiles of (A dy A^T) * (B^T d B)] G, 36 products [outputs, tiles] x [tiles, channels].
/// Images are summed in a fixed number of parts, the parts in order. The answer is false where a sum is not finite: the
/// direct sum then has to overwrite it.
/// </summary>
internal static unsafe class WinogradBackwardWeight
{
    private const long MostPartialBytes = 48 << 20;

    /// <summary>Whether the partial sums stay small enough.</summary>
    public static bool Fits(in ConvShape s) => 36 * s.C * s.OC * sizeof(float) <= MostPartialBytes / 2;

    public static bool TryRun(in ConvShape s, float* input, float* outputGrad, float* weightGrad)
    {
        switch (Isa.Current)
        {
            case IsaLevel.Vector512:
                return Run<Vector512<float>, Simd512<float>, RowTile8<Vector512<float>, Simd512<float>>>(s, input, outputGrad, weightGrad);
            case IsaLevel.Vector256:
                return Run<Vector256<float>, Simd256<float>, RowTile4<Vector256<float>, Simd256<float>>>(s, input, outputGrad, weightGrad);
            case IsaLevel.Vector128 when AdvSimd.IsSupported:
                return Run<Vector128<float>, Simd128<float>, RowTile8<Vector128<float>, Simd128<float>>>(s, input, outputGrad, weightGrad);
            case IsaLevel.Vector128:
                return Run<Vector128<float>, Simd128<float>, RowTile4<Vector128<float>, Simd128<float>>>(s, input, outputGrad, weightGrad);
            default:
                return Run<float, SimdScalar<float>, RowTile4<float, SimdScalar<float>>>(s, input, outputGrad, weightGrad);
        }
    }

    private static bool Run<TV, TS, TK>(in ConvShape s, float* input, float* outputGrad, float* weightGrad)
        where TV : unmanaged where TS : struct, ISimd<float, TV> where TK : struct, IRowTile
    {
        var plan = new WinogradPlan(s.N, s.C, s.OC, s.H, s.W, s.OH, s.OW, s.PH, s.PW, TS.Lanes, TK.Rows);
        var size = WinogradPlan.Points * plan.OutputsUp * plan.ChannelsUp;
        var parts = Math.Clamp(MostPartialBytes / (size * sizeof(float)), 1, Math.Min(plan.Tasks, 16));
        using var partial = new Scratch<float>(parts * size);
        WorkerTeam.For(parts, 1, new Body<TV, TS, TK>(plan, parts, input, outputGrad, partial.Pointer));
        var spoiled = 0;
        WorkerTeam.For(s.OC, Math.Max(1, 4096 / (s.C * parts)), new CollectBody<TV, TS>(plan, parts, partial.Pointer, weightGrad, &spoiled));
        return spoiled == 0;
    }

    // partial[part][point][output][channel]
    private readonly struct Body<TV, TS, TK>(WinogradPlan plan, long parts, float* input, float* outputGrad, float* partial) : IRangeBody
        where TV : unmanaged where TS : struct, ISimd<float, TV> where TK : struct, IRowTile
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            using var rows = new Scratch<float>(Math.Max(TileInputs.RowElements(plan), 16 * plan.TilesX * plan.OutputsUp));
            using var v = new Scratch<float>(WinogradPlan.Points * plan.InputPitch);
            using var w = new Scratch<float>(WinogradPlan.Points * plan.OutputPitch);
            for (var part = from; part < to; part++)
            {
                var sum = partial + part * WinogradPlan.Points * plan.OutputsUp * plan.ChannelsUp;
                Rows.Clear(sum, WinogradPlan.Points * plan.OutputsUp * plan.ChannelsUp);
                for (var task = plan.Tasks * part / parts; task < plan.Tasks * (part + 1) / parts; task++)
                {
                    var first = task * plan.RowsPerTask;
                    var end = Math.Min(first + plan.RowsPerTask, plan.Images * plan.TilesY);
                    TileInputs.Transform<TV, TS>(plan, input, first, end, rows.Pointer, v.Pointer);
                    Gradients(first, end, rows.Pointer, w.Pointer);
                    Multiply((end - first) * plan.TilesX, v.Pointer, w.Pointer, sum);
                }
            }
        }

        private void Gradients(long first, long end, float* rows, float* w)
        {
            long width = 4 * plan.TilesX, rowPitch = width * plan.OutputsUp;
            for (var r = first; r < end; r++)
            {
                var (image, ty) = Math.DivRem(r, plan.TilesY);
                ChannelsLast.Gather(outputGrad + image * plan.Outputs * plan.OH * plan.OW, plan.Outputs, plan.OutputsUp, plan.OH, plan.OW, 4 * ty, 4, 0, width, rows);
                var tile = w + (r - first) * plan.TilesX * plan.OutputsUp;
                for (long tx = 0; tx < plan.TilesX; tx++, tile += plan.OutputsUp)
                    for (long o = 0; o < plan.OutputsUp; o += TS.Lanes)
                        TileTransforms<TV, TS>.OutputGradient(rows + 4 * tx * plan.OutputsUp + o, rowPitch, plan.OutputsUp, tile + o, plan.OutputPitch);
            }
        }

        private void Multiply(long tiles, float* v, float* w, float* sum)
        {
            for (var p = 0; p < WinogradPlan.Points; p++)
            {
                var a = w + p * plan.OutputPitch;
                var b = v + p * plan.InputPitch;
                var c = sum + p * plan.OutputsUp * plan.ChannelsUp;
                for (long ch = 0; ch < plan.ChannelsUp; ch += 2 * TS.Lanes)
                    for (long o = 0; o < plan.OutputsUp; o += TK.Rows)
                    {
                        if (ch + 2 * TS.Lanes <= plan.ChannelsUp)
                            TK.Outer2(tiles, a + o, plan.OutputsUp, b + ch, plan.ChannelsUp, c + o * plan.ChannelsUp + ch, plan.ChannelsUp);
                        else
                            TK.Outer1(tiles, a + o, plan.OutputsUp, b + ch, plan.ChannelsUp, c + o * plan.ChannelsUp + ch, plan.ChannelsUp);
                    }
            }
        }
    }

    private readonly struct CollectBody<TV, TS>(WinogradPlan plan, long parts, float* partial, float* weightGrad, int* spoiled) : IRangeBody
        where TV : unmanaged where TS : struct, ISimd<float, TV>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long from, long to)
        {
            var size = WinogradPlan.Points * plan.OutputsUp * plan.ChannelsUp;
            var taps = stackalloc float[9 * TS.Lanes];
            for (var o = from; o < to; o++)
            {
                for (var p = 0; p < WinogradPlan.Points; p++)
                {
                    var row = partial + (p * plan.OutputsUp + o) * plan.ChannelsUp;
                    for (long part = 1; part < parts; part++) Rows.Add(row + part * size, row, plan.ChannelsUp);
                }
                for (long c = 0; c < plan.Channels; c += TS.Lanes)
                {
                    TileTransforms<TV, TS>.FilterGradient(partial + o * plan.ChannelsUp + c, plan.OutputsUp * plan.ChannelsUp, taps);
                    var g = weightGrad + (o * plan.Channels + c) * 9;
                    for (long l = 0; l < Math.Min(TS.Lanes, plan.Channels - c); l++)
                        for (var k = 0; k < 9; k++, g++)
                        {
                            *g = taps[k * TS.Lanes + l];
                            if (!float.IsFinite(*g)) Volatile.Write(ref *spoiled, 1);
                        }
                }
            }
        }
    }
}
