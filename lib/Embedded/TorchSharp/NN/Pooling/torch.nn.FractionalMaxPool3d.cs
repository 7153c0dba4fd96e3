using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Max pooling of <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c> with windows at random steps, to a size or by a ratio.</summary>
        public static FractionalMaxPool3d FractionalMaxPool3d(long kernel_size, long? output_size = null, double? output_ratio = null)
            => new([kernel_size, kernel_size, kernel_size], output_size is { } size ? [size, size, size] : null, output_ratio is { } ratio ? [ratio, ratio, ratio] : null);

        /// <summary>Max pooling of <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c> with windows at random steps, to a size or by a ratio.</summary>
        public static FractionalMaxPool3d FractionalMaxPool3d((long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null)
            => new([kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], output_size is { } size ? [size.Item1, size.Item2, size.Item3] : null, output_ratio is { } ratio ? [ratio.Item1, ratio.Item2, ratio.Item3] : null);

        /// <summary>Max pooling of <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c> with windows at random steps, to a size or by a ratio.</summary>
        public static FractionalMaxPool3d FractionalMaxPool3d(long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
            => new(kernel_size, output_size, output_ratio);

        public static partial class functional
        {
            /// <summary>Max pooling of <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c> with windows at random steps, to a size or by a ratio.</summary>
            public static Tensor fractional_max_pool3d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null)
                => fractional_max_pool3d(input, [kernel_size, kernel_size, kernel_size], output_size is { } size ? [size, size, size] : null, output_ratio is { } ratio ? [ratio, ratio, ratio] : null);

            /// <summary>Max pooling of <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c> with windows at random steps, to a size or by a ratio.</summary>
            public static Tensor fractional_max_pool3d(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null)
                => fractional_max_pool3d(input, [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], output_size is { } size ? [size.Item1, size.Item2, size.Item3] : null, output_ratio is { } ratio ? [ratio.Item1, ratio.Item2, ratio.Item3] : null);

            /// <summary>Max pooling of <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c> with windows at random steps, to a size or by a ratio.</summary>
            public static Tensor fractional_max_pool3d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
            {
                var (values, indices) = fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio);
                indices.Dispose();
                return values;
            }

            /// <summary>The maxima and their positions, flat within each volume of D*H*W.</summary>
            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null)
                => fractional_max_pool3d_with_indices(input, [kernel_size, kernel_size, kernel_size], output_size is { } size ? [size, size, size] : null, output_ratio is { } ratio ? [ratio, ratio, ratio] : null);

            /// <summary>The maxima and their positions, flat within each volume of D*H*W.</summary>
            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, (long, long, long) kernel_size, (long, long, long)? output_size = null, (double, double, double)? output_ratio = null)
                => fractional_max_pool3d_with_indices(input, [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], output_size is { } size ? [size.Item1, size.Item2, size.Item3] : null, output_ratio is { } ratio ? [ratio.Item1, ratio.Item2, ratio.Item3] : null);

            /// <summary>The maxima and their positions, flat within each volume of D*H*W.</summary>
            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
                => Fractional("fractional_max_pool3d", input, 3, kernel_size, output_size, output_ratio);
        }
    }
}
