using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Max pooling over sequences; the stride is the window by default.</summary>
        public static MaxPool1d MaxPool1d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
            => new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>Max pooling over images with a square window; the stride is the window by default.</summary>
        public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
            => new([kernel_size, kernel_size], Both(stride ?? kernel_size), Both(padding ?? 0), Both(dilation ?? 1), ceil_mode);

        /// <summary>Max pooling over images; the stride is the window by default.</summary>
        public static MaxPool2d MaxPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false)
            => new(Spread(kernel_size), Spread(stride ?? kernel_size), Spread(padding ?? (0, 0)), Spread(dilation ?? (1, 1)), ceil_mode);

        /// <summary>Max pooling over images; the stride is the window by default.</summary>
        public static MaxPool2d MaxPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            => new(kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>Mean pooling over sequences; the stride is the window by default.</summary>
        public static AvgPool1d AvgPool1d(long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true)
            => new(kernel_size, stride, padding, ceil_mode, count_include_pad);

        /// <summary>Mean pooling over images; the stride is the window by default.</summary>
        public static AvgPool2d AvgPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
            => new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

        /// <summary>Mean pooling over images; the stride is the window by default.</summary>
        public static AvgPool2d AvgPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
            => new(Spread(kernel_size), stride is { } s ? Spread(s) : null, padding is { } p ? Spread(p) : null, ceil_mode, count_include_pad, divisor_override);

        /// <summary>Mean pooling over images with a square window; the stride is the window by default.</summary>
        public static AvgPool2d AvgPool2d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
            => new(Both(kernel_size), stride is { } s ? Both(s) : null, padding is { } p ? Both(p) : null, ceil_mode, count_include_pad, divisor_override);

        /// <summary>Mean pooling of sequences to a length.</summary>
        public static AdaptiveAvgPool1d AdaptiveAvgPool1d(long output_size) => new(output_size);

        /// <summary>Mean pooling of images to a size.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

        /// <summary>Mean pooling of images to a size.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(Spread(output_size));

        /// <summary>Mean pooling of images to a square.</summary>
        public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(Both(output_size));

        /// <summary>Max pooling of sequences to a length.</summary>
        public static AdaptiveMaxPool1d AdaptiveMaxPool1d(long output_size) => new(output_size);

        /// <summary>Max pooling of images to a size.</summary>
        public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) => new(output_size);

        /// <summary>p-norm pooling over sequences; the stride is the window by default.</summary>
        public static LPPool1d LPPool1d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
            => new(norm_type, kernel_size, stride, ceil_mode);

        /// <summary>p-norm pooling over images; the stride is the window by default.</summary>
        public static LPPool2d LPPool2d(double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false)
            => new(norm_type, kernel_size, stride, ceil_mode);

        /// <summary>p-norm pooling over images with a square window; the stride is the window by default.</summary>
        public static LPPool2d LPPool2d(double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
            => new(norm_type, Both(kernel_size), stride is { } s ? Both(s) : null, ceil_mode);

        /// <summary>The inverse of a max pooling over sequences.</summary>
        public static MaxUnpool1d MaxUnpool1d(long kernel_size, long? stride = null, long? padding = null)
            => new(kernel_size, stride, padding);

        /// <summary>The inverse of a max pooling over images with a square window.</summary>
        public static MaxUnpool2d MaxUnpool2d(long kernel_size, long? stride = null, long? padding = null)
            => new(Both(kernel_size), stride is { } s ? Both(s) : null, padding is { } p ? Both(p) : null);

        /// <summary>The inverse of a max pooling over images.</summary>
        public static MaxUnpool2d MaxUnpool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null)
            => new(Spread(kernel_size), stride is { } s ? Spread(s) : null, padding is { } p ? Spread(p) : null);

        /// <summary>The inverse of a max pooling over images.</summary>
        public static MaxUnpool2d MaxUnpool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null)
            => new(kernel_size, stride, padding);

        private static long[] Both(long value) => [value, value];

        private static long[] Spread((long, long) pair) => [pair.Item1, pair.Item2];
    }
}
