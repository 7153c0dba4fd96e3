using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Max pooling of <c>[N, C, H, W]</c> or <c>[C, H, W]</c> with windows at random steps, to a size or by a ratio.</summary>
        public static FractionalMaxPool2d FractionalMaxPool2d(long kernel_size, long? output_size = null, double? output_ratio = null)
            => new([kernel_size, kernel_size], output_size is { } size ? [size, size] : null, output_ratio is { } ratio ? [ratio, ratio] : null);

        /// <summary>Max pooling of <c>[N, C, H, W]</c> or <c>[C, H, W]</c> with windows at random steps, to a size or by a ratio.</summary>
        public static FractionalMaxPool2d FractionalMaxPool2d((long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null)
            => new([kernel_size.Item1, kernel_size.Item2], output_size is { } size ? [size.Item1, size.Item2] : null, output_ratio is { } ratio ? [ratio.Item1, ratio.Item2] : null);

        /// <summary>Max pooling of <c>[N, C, H, W]</c> or <c>[C, H, W]</c> with windows at random steps, to a size or by a ratio.</summary>
        public static FractionalMaxPool2d FractionalMaxPool2d(long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
            => new(kernel_size, output_size, output_ratio);

        public static partial class functional
        {
            /// <summary>Max pooling of <c>[N, C, H, W]</c> or <c>[C, H, W]</c> with windows at random steps, to a size or by a ratio.</summary>
            public static Tensor fractional_max_pool2d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null)
                => fractional_max_pool2d(input, [kernel_size, kernel_size], output_size is { } size ? [size, size] : null, output_ratio is { } ratio ? [ratio, ratio] : null);

            /// <summary>Max pooling of <c>[N, C, H, W]</c> or <c>[C, H, W]</c> with windows at random steps, to a size or by a ratio.</summary>
            public static Tensor fractional_max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null)
                => fractional_max_pool2d(input, [kernel_size.Item1, kernel_size.Item2], output_size is { } size ? [size.Item1, size.Item2] : null, output_ratio is { } ratio ? [ratio.Item1, ratio.Item2] : null);

            /// <summary>Max pooling of <c>[N, C, H, W]</c> or <c>[C, H, W]</c> with windows at random steps, to a size or by a ratio.</summary>
            public static Tensor fractional_max_pool2d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
            {
                var (values, indices) = fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio);
                indices.Dispose();
                return values;
            }

            /// <summary>The maxima and their positions, flat within each plane of H*W.</summary>
            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null)
                => fractional_max_pool2d_with_indices(input, [kernel_size, kernel_size], output_size is { } size ? [size, size] : null, output_ratio is { } ratio ? [ratio, ratio] : null);

            /// <summary>The maxima and their positions, flat within each plane of H*W.</summary>
            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null)
                => fractional_max_pool2d_with_indices(input, [kernel_size.Item1, kernel_size.Item2], output_size is { } size ? [size.Item1, size.Item2] : null, output_ratio is { } ratio ? [ratio.Item1, ratio.Item2] : null);

            /// <summary>The maxima and their positions, flat within each plane of H*W.</summary>
            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
                => Fractional("fractional_max_pool2d", input, 2, kernel_size, output_size, output_ratio);

            internal static void CheckFractional(string op, int dims, long[] kernel_size, long[]? output_size, double[]? output_ratio)
            {
                if (Given(kernel_size).Length != dims || (output_size is not null && output_size.Length != dims) || (output_ratio is not null && output_ratio.Length != dims))
                {
                    throw new ArgumentException($"{op}: kernel_size, output_size and output_ratio must have {dims} elements, but have {kernel_size.Length}, {output_size?.Length ?? dims} and {output_ratio?.Length ?? dims}.");
                }

                if (output_size is null == output_ratio is null)
                {
                    throw new ArgumentException($"{op}: exactly one of output_size and output_ratio must be given, but {(output_size is null ? "neither" : "both")} came.");
                }

                if (output_ratio is not null && output_ratio.Any(ratio => !(ratio > 0 && ratio < 1)))
                {
                    throw new ExternalException($"{op}: output_ratio must lie between 0 and 1, but is ({string.Join(", ", output_ratio.Select(ratio => FormattableString.Invariant($"{ratio}")))}).");
                }
            }

            private static (Tensor Values, Tensor Indices) Fractional(string op, Tensor input, int dims, long[] kernel_size, long[]? output_size, double[]? output_ratio)
            {
                CheckFractional(op, dims, kernel_size, output_size, output_ratio);
                if (Given(input).ndim < dims || !input.is_floating_point())
                {
                    throw new ExternalException($"{op}: expected floating numbers of {dims + 1} or {dims + 2} dimensions, but got {input.dtype} {Core.Shapes.Text(input.shape)}.");
                }

                return Ops.FractionalMaxPool(op, input, kernel_size, output_size ?? [.. output_ratio!.Select((ratio, d) => (long)(input.size(d - dims) * ratio))]);
            }
        }
    }
}
