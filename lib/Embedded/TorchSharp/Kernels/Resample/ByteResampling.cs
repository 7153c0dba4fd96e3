using TorchSharp.Memory;
using TorchSharp.Threading;

namespace TorchSharp.Kernels.Resample;

/// <summary>
/// Bilinear and bicubic resampling of bytes as PyTorch 2.6 and 2.14 and the Pillow library do it (1.13 refuses): weights are whole numbers of
/// 15 bits, columns are taken first and rounded to bytes, then rows.
/// </summary>
internal static unsafe class ByteResampling
{
    private const int MostBits = 15;

    private const int MostPrecision = 22;

    /// <param name="planes">How many planes follow each other.</param>
    /// <param name="rows">From rows of the input to rows of the output.</param>
    /// <param name="columns">From columns of the input to columns of the output.</param>
    /// <param name="input">Planes [rows.Inputs, columns.Inputs].</param>
    /// <param name="output">Planes [rows.Outputs, columns.Outputs].</param>
    public static void Run(long planes, ResampleWeights rows, ResampleWeights columns, byte* input, byte* output)
    {
        WholeWeights down = new(rows), across = new(columns);
        long h = rows.Inputs, w = columns.Inputs, oh = rows.Outputs, ow = columns.Outputs;
        WorkerTeam.For(planes, Math.Max(1, 8192 / Math.Max(1, h * ow)), (from, to) =>
        {
            using var narrow = new Scratch<byte>(h * ow);
            for (var p = from; p < to; p++)
            {
                for (long y = 0; y < h; y++)
                    for (long x = 0; x < ow; x++) narrow.Pointer[y * ow + x] = across.Sum(x, input + (p * h + y) * w, 1);
                for (long y = 0; y < oh; y++)
                    for (long x = 0; x < ow; x++) output[(p * oh + y) * ow + x] = down.Sum(y, narrow.Pointer + x, ow);
            }
        });
    }

    /// <summary>Weights times a power of two, the largest with which they fit.</summary>
    private sealed class WholeWeights
    {
        private readonly ResampleWeights _taps;
        private readonly int[] _weights;
        private readonly int _precision;

        public WholeWeights(ResampleWeights taps)
        {
            _taps = taps;
            var weights = (double[])taps.Weight.Clone();
            for (long o = 0; o < taps.Outputs; o++)
                for (var t = taps.Start[o] + 1; t < taps.Start[o + 1]; t++)
                    if (taps.Index[t] == taps.Index[t - 1])
                    {
                        // Where a window hangs over the edge, the element there is one tap and its weight is rounded once.
                        weights[t] += weights[t - 1];
                        weights[t - 1] = 0;
                    }
            var most = weights.Max();
            while (_precision < MostPrecision && (int)(0.5 + most * (1 << (_precision + 1))) < 1 << MostBits) _precision++;
            _weights = [.. weights.Select(v => (int)Math.Round(v * (1 << _precision), MidpointRounding.AwayFromZero))];
        }

        public byte Sum(long output, byte* source, long step)
        {
            var sum = 1 << (_precision - 1);
            for (var t = _taps.Start[output]; t < _taps.Start[output + 1]; t++) sum += source[_taps.Index[t] * step] * _weights[t];
            return (byte)Math.Clamp(sum >> _precision, 0, byte.MaxValue);
        }
    }
}
