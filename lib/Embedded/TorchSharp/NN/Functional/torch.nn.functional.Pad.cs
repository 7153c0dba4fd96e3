namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Borders: pad is (before, after) for the last dimension, then for the one before it, and so on; negative widths crop.
        public static partial class functional
        {
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => Ops.Pad(Given(input), Given(pad), mode, value);

            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => Ops.Pad(Given(input), pad.ToArray(), mode, value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => Ops.Pad(Given(input), [pad.Item1, pad.Item2], mode, value);

            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => Ops.Pad(Given(input), [pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <summary>The same width on both sides of every dimension.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                var widths = new long[2 * Given(input).ndim];
                Array.Fill(widths, pad);
                return Ops.Pad(input, widths, mode, value);
            }
        }
    }
}
