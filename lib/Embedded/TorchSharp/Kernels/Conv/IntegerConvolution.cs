using System.Numerics;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Conv;

/// <summary>
/// Convolution of integers as its definition says, tap by tap over rows; sums wrap around like those of the element type. Nothing is
/// trained in integers, so that no derivative is needed and simplicity comes first.
/// </summary>
internal static unsafe class IntegerConvolution
{
    /// <summary>y = w * x + b.</summary>
    public static void Forward<T>(in ConvShape s, T* input, T* weight, T* bias, T* output) where T : unmanaged, IBinaryNumber<T> =>
        WorkerTeam.For(s.N * s.OC, Grain(s.OH * s.OW * s.CPerGroup * s.Taps), new Body<T>(s, input, weight, bias, output, false));

    /// <summary>Transposed convolution of grad [N, OC, OH, OW] to output [N, C, H, W].</summary>
    public static void Transposed<T>(in ConvShape s, T* grad, T* weight, T* bias, T* output) where T : unmanaged, IBinaryNumber<T> =>
        WorkerTeam.For(s.N * s.C, Grain(s.OH * s.OW * s.OCPerGroup * s.Taps), new Body<T>(s, grad, weight, bias, output, true));

    private static long Grain(long macs) => Math.Max(1, 16384 / Math.Max(1, macs));

    private readonly struct Body<T>(ConvShape s, T* input, T* weight, T* bias, T* output, bool transposed) : IRangeBody where T : unmanaged, IBinaryNumber<T>
    {
        public void Run(long from, long to)
        {
            var (size, outputs, inputs) = transposed ? (s.H * s.W, s.CPerGroup, s.OCPerGroup) : (s.OH * s.OW, s.OCPerGroup, s.CPerGroup);
            for (var p = from; p < to; p++)
            {
                var channel = p % (outputs * s.Groups);
                var (group, within) = Math.DivRem(channel, outputs);
                var y = output + p * size;
                Rows.Fill(y, size, bias is null ? T.Zero : bias[channel]);
                for (long i = 0; i < inputs; i++)
                {
                    var (wide, narrow) = transposed ? (group * inputs + i, within) : (channel, i);
                    var taps = weight + (wide * s.CPerGroup + narrow) * s.Taps;
                    var x = input + (p / (outputs * s.Groups) * inputs * s.Groups + group * inputs + i) * (transposed ? s.OH * s.OW : s.H * s.W);
                    for (long t = 0; t < s.Taps; t++) Tap(t / s.KW * s.DH - s.PH, t % s.KW * s.DW - s.PW, taps[t], x, y);
                }
            }
        }

        // The pairs of places that one tap joins: (oy, ox) of the small map and (oy SH + down, ox SW + right) of the large one.
        private void Tap(long down, long right, T factor, T* x, T* y)
        {
            for (long oy = 0; oy < s.OH; oy++)
            {
                var iy = oy * s.SH + down;
                if (iy < 0 || iy >= s.H) continue;
                for (long ox = 0; ox < s.OW; ox++)
                {
                    var ix = ox * s.SW + right;
                    if (ix < 0 || ix >= s.W) continue;
                    if (transposed) y[iy * s.W + ix] += factor * x[oy * s.OW + ox];
                    else y[oy * s.OW + ox] += factor * x[iy * s.W + ix];
                }
            }
        }
    }
}
