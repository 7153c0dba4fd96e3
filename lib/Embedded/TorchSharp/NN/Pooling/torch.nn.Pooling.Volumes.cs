using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Max pooling over volumes with a cubic window; the stride is the window by default.</summary>
        public static MaxPool3d MaxPool3d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
            => new([kernel_size], [stride ?? kernel_size], [padding ?? 0], [dilation ?? 1], ceil_mode);

        /// <summary>Max pooling over volumes; the stride is the window by default.</summary>
        public static MaxPool3d MaxPool3d((long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, (long, long, long)? dilation = null, bool ceil_mode = false)
            => new(Spread(kernel_size), Spread(stride ?? kernel_size), Spread(padding ?? (0, 0, 0)), Spread(dilation ?? (1, 1, 1)), ceil_mode);

        /// <summary>Max pooling over volumes; the stride is the window by default.</summary>
        public static MaxPool3d MaxPool3d(long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            => new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>Mean pooling over volumes; the stride is the window by default.</summary>
        public static AvgPool3d AvgPool3d(long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
            => new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <summary>Mean pooling over volumes; the stride is the window by default.</summary>
        public static AvgPool3d AvgPool3d((long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
            => new(Spread(kernel_size), stride is { } s ? Spread(s) : null, padding is { } p ? Spread(p) : null, ceil_mode, count_include_pad, divisor_override);

        /// <summary>Mean pooling over volumes with a cubic window; the stride is the window by default.</summary>
        public static AvgPool3d AvgPool3d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
            => new([kernel_size], stride is { } s ? [s] : null, padding is { } p ? [p] : null, ceil_mode, count_include_pad, divisor_override);

        /// <summary>Means over windows chosen so that a volume comes out with a given depth, height and width.</summary>
        public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long output_size) => new([output_size, output_size, output_size]);

        /// <summary>Means over windows chosen so that a volume comes out with a given depth, height and width.</summary>
        public static AdaptiveAvgPool3d AdaptiveAvgPool3d(long[] output_size) => new(output_size);

        /// <summary>Means over windows chosen so that a volume comes out with a given depth, height and width.</summary>
        public static AdaptiveAvgPool3d AdaptiveAvgPool3d((long, long, long) output_size) => new(Spread(output_size));

        /// <summary>Maxima over windows chosen so that a volume comes out with a given depth, height and width.</summary>
        public static AdaptiveMaxPool3d AdaptiveMaxPool3d(long[] output_size) => new(output_size);

        /// <summary>Puts the maxima of a max pooling over volumes with a cubic window back at their positions.</summary>
        public static MaxUnpool3d MaxUnpool3d(long kernel_size, long? stride = null, long? padding = null)
            => new([kernel_size], stride is { } s ? [s] : null, padding is { } p ? [p] : null);

        /// <summary>Puts the maxima of a max pooling over volumes back at their positions.</summary>
        public static MaxUnpool3d MaxUnpool3d((long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null)
            => new(Spread(kernel_size), stride is { } s ? Spread(s) : null, padding is { } p ? Spread(p) : null);

        /// <summary>Puts the maxima of a max pooling over volumes back at their positions.</summary>
        public static MaxUnpool3d MaxUnpool3d(long[] kernel_size, long[]? stride = null, long[]? padding = null) => new(kernel_size, stride, padding);

        private static long[] Spread((long, long, long) sizes) => [sizes.Item1, sizes.Item2, sizes.Item3];
    }
}
