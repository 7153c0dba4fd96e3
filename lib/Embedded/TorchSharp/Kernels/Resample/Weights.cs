namespace TorchSharp.Kernels.Resample;

/// <summary>
/// Resampling of one dimension as a short weighted sum: output i = sum over t of Weight[i, t] * input[Index[i, t]].
/// Half-pixel centres by default: source = (i + 1/2) scale - 1/2; with align_corners the corner centres coincide.
/// </summary>
internal sealed record ResampleWeights(int Taps, long[] Index, double[] Weight)
{
    public long Outputs => Index.Length / Taps;

    /// <summary>The source index of nearest-neighbour resampling: floor(i scale).</summary>
    public static long[] Nearest(long input, long output, double? scaleFactor)
    {
        var scale = (float)(scaleFactor is { } f ? 1 / f : (double)input / output);
        var map = new long[output];
        for (long i = 0; i < output; i++) map[i] = Math.Min((long)MathF.Floor(i * scale), input - 1);
        return map;
    }

    public static ResampleWeights Linear(long input, long output, bool alignCorners, double? scaleFactor)
    {
        var index = new long[output * 2];
        var weight = new double[output * 2];
        for (long i = 0; i < output; i++)
        {
            var source = Math.Max(0, Source(i, input, output, alignCorners, scaleFactor));
            var low = Math.Min((long)source, input - 1);
            index[2 * i] = low;
            index[2 * i + 1] = Math.Min(low + 1, input - 1);
            weight[2 * i + 1] = source - low;
            weight[2 * i] = 1 - weight[2 * i + 1];
        }
        return new ResampleWeights(2, index, weight);
    }

    /// <summary>Cubic convolution with a = -0.75 (Keys, 1981, "Cubic convolution interpolation for digital image processing").</summary>
    public static ResampleWeights Cubic(long input, long output, bool alignCorners, double? scaleFactor)
    {
        var index = new long[output * 4];
        var weight = new double[output * 4];
        for (long i = 0; i < output; i++)
        {
            var source = Source(i, input, output, alignCorners, scaleFactor);
            var low = (long)Math.Floor(source);
            for (var t = 0; t < 4; t++)
            {
                index[4 * i + t] = Math.Clamp(low - 1 + t, 0, input - 1);
                weight[4 * i + t] = Keys(Math.Abs(source - (low - 1 + t)));
            }
        }
        return new ResampleWeights(4, index, weight);
    }

    private static double Source(long i, long input, long output, bool alignCorners, double? scaleFactor)
    {
        if (alignCorners) return output > 1 ? i * (double)(input - 1) / (output - 1) : 0;
        var scale = scaleFactor is { } f ? 1 / f : (double)input / output;
        return (i + 0.5) * scale - 0.5;
    }

    private static double Keys(double d)
    {
        const double a = -0.75;
        return d <= 1 ? ((a + 2) * d - (a + 3)) * d * d + 1
            : d < 2 ? ((a * d - 5 * a) * d + 8 * a) * d - 4 * a
            : 0;
    }
}
