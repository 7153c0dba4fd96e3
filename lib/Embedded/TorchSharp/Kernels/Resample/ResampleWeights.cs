namespace TorchSharp.Kernels.Resample;

/// <summary>
/// Resampling of one dimension as short weighted sums: output i = sum over t from Start[i] to Start[i + 1] of
/// Weight[t] * input[Index[t]]. Half-pixel centres by default: source = (i + 1/2) scale - 1/2; with align_corners the corner
/// centres coincide.
/// </summary>
internal sealed record ResampleWeights(long Inputs, long[] Start, long[] Index, double[] Weight)
{
    public long Outputs => Start.Length - 1;

    /// <summary>Whether every output is a sum of two.</summary>
    public bool InPairs
    {
        get
        {
            for (long i = 0; i < Start.Length; i++)
                if (Start[i] != 2 * i) return false;
            return true;
        }
    }

    /// <summary>The source index of nearest-neighbour resampling: floor(i scale).</summary>
    public static long[] Nearest(long input, long output, double? scaleFactor)
    {
        var scale = (float)(scaleFactor is { } f ? 1 / f : (double)input / output);
        var map = new long[output];
        // PyTorch copies where the size stays and repeats where it doubles, whatever the factor.
        if (output == input || output == 2 * input)
        {
            for (long i = 0; i < output; i++) map[i] = output == input ? i : i / 2;
            return map;
        }
        for (long i = 0; i < output; i++) map[i] = Math.Min((long)MathF.Floor(i * scale), input - 1);
        return map;
    }

    /// <summary>Each output is one input.</summary>
    public static ResampleWeights OfMap(long input, long[] map)
    {
        var weight = new double[map.Length];
        Array.Fill(weight, 1);
        return new ResampleWeights(input, Every(1, map.Length), map, weight);
    }

    public static ResampleWeights Linear(long input, long output, bool alignCorners, double? scaleFactor)
    {
        if (input == 1) return OfMap(1, new long[output]);
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
        return new ResampleWeights(input, Every(2, output), index, weight);
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
        return new ResampleWeights(input, Every(4, output), index, weight);
    }

    /// <summary>The transposed map, which carries gradients back: the outputs that each input takes part in.</summary>
    public ResampleWeights Transposed()
    {
        var start = new long[Inputs + 1];
        foreach (var i in Index) start[i + 1]++;
        for (long i = 0; i < Inputs; i++) start[i + 1] += start[i];
        var next = start[..^1];
        var index = new long[Index.Length];
        var weight = new double[Index.Length];
        for (long o = 0; o < Outputs; o++)
            for (var t = Start[o]; t < Start[o + 1]; t++)
            {
                var at = next[Index[t]]++;
                (index[at], weight[at]) = (o, Weight[t]);
            }
        return new ResampleWeights(Outputs, start, index, weight);
    }

    private static long[] Every(long taps, long outputs)
    {
        var start = new long[outputs + 1];
        for (long i = 0; i <= outputs; i++) start[i] = i * taps;
        return start;
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
