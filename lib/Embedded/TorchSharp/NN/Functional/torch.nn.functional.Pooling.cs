namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Pooling of [N, C, H, W] or [C, H, W] (2d) and [N, C, L] or [C, L] (1d). The stride is the window by default.
        public static partial class functional
        {
            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
                => Ops.MaxPool2dValues(Given(input), Pair(kernel_size, 1), Pair(strides ?? kernel_size, 1), Pair(padding, 0), Pair(dilation, 1), ceil_mode);

            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
                => max_pool2d(input, [kernel_size], [stride ?? kernel_size], [padding ?? 0], [dilation ?? 1], ceil_mode);

            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false)
                => max_pool2d(input, Spread(kernel_size), Spread(stride ?? kernel_size), Spread(padding ?? (0, 0)), Spread(dilation ?? (1, 1)), ceil_mode);

            /// <summary>The maxima and their positions, flat within each plane of H*W.</summary>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
                => Ops.MaxPool2d(Given(input), Pair(kernel_size, 1), Pair(strides ?? kernel_size, 1), Pair(padding, 0), Pair(dilation, 1), ceil_mode);

            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
            {
                var (output, indices) = max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
                indices.Dispose();
                return output;
            }

            /// <summary>The maxima and their positions along the sequence.</summary>
            public static (Tensor output, Tensor indices) max_pool1d_with_indices(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false)
            {
                Ops.CheckPooling("max_pool1d", Given(input).Impl.Shape, [kernel_size], [stride ?? kernel_size], [padding ?? 0], [dilation ?? 1], ceil_mode);
                using var image = input.unsqueeze(-2);
                var (output, indices) = Ops.MaxPool2d(image, [1, kernel_size], [1, stride ?? kernel_size], [0, padding ?? 0], [1, dilation ?? 1], ceil_mode);
                using (output)
                using (indices)
                {
                    return (output.squeeze(-2), indices.squeeze(-2));
                }
            }

            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
                => Ops.AvgPool2d(Given(input), Pair(kernel_size, 1), Pair(stride ?? kernel_size, 1), Pair(padding, 0), ceil_mode, count_include_pad, divisor_override is 0 ? null : divisor_override);

            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
                => avg_pool2d(input, [kernel_size], [stride ?? kernel_size], [padding], ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
                => avg_pool2d(input, Spread(kernel_size), Spread(stride ?? kernel_size), Spread(padding ?? (0, 0)), ceil_mode, count_include_pad, divisor_override);

            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true)
            {
                Ops.CheckPooling("avg_pool1d", Given(input).Impl.Shape, [kernel_size], [stride ?? kernel_size], [padding ?? 0], [1], ceil_mode);
                using var image = input.unsqueeze(-2);
                using var output = Ops.AvgPool2d(image, [1, kernel_size], [1, stride ?? kernel_size], [0, padding ?? 0], ceil_mode, count_include_pad, null);
                return output.squeeze(-2);
            }

            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => Ops.AdaptiveAvgPool2d(Given(input), Sizes("adaptive_avg_pool2d", output_size, 2));

            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => Ops.AdaptiveAvgPool2d(Given(input), Spread(output_size));

            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => Ops.AdaptiveAvgPool2d(Given(input), Both(output_size));

            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size)
            {
                Ops.CheckAdaptivePooling("adaptive_avg_pool1d", Given(input).Impl.Shape, [output_size]);
                using var image = input.unsqueeze(-2);
                using var output = Ops.AdaptiveAvgPool2d(image, [1, output_size]);
                return output.squeeze(-2);
            }

            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size)
            {
                var (output, indices) = adaptive_max_pool2d_with_indices(input, output_size);
                indices.Dispose();
                return output;
            }

            /// <summary>The maxima and their positions, flat within each plane of H*W.</summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size)
                => Ops.AdaptiveMaxPool2d(Given(input), Sizes("adaptive_max_pool2d", output_size, 2));

            public static Tensor adaptive_max_pool1d(Tensor input, long output_size)
            {
                var (output, indices) = adaptive_max_pool1d_with_indices(input, output_size);
                indices.Dispose();
                return output;
            }

            /// <summary>The maxima and their positions along the sequence.</summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size)
            {
                Ops.CheckAdaptivePooling("adaptive_max_pool1d", Given(input).Impl.Shape, [output_size]);
                using var image = input.unsqueeze(-2);
                var (output, indices) = Ops.AdaptiveMaxPool2d(image, [1, output_size]);
                using (output)
                using (indices)
                {
                    return (output.squeeze(-2), indices.squeeze(-2));
                }
            }

            /// <summary>The p-norm of each window of an image.</summary>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false)
            {
                var kernel = Pair(kernel_size, 1);
                using var scope = NewDisposeScope();
                var means = avg_pool2d(Given(input).pow(norm_type), kernel, stride, null, ceil_mode);
                return (means.sign() * means.abs().relu()).mul(kernel[0] * kernel[1]).pow(1 / norm_type).MoveToOuterDisposeScope();
            }

            /// <summary>The p-norm of each square window of an image.</summary>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
                => lp_pool2d(input, norm_type, [kernel_size], [stride ?? kernel_size], ceil_mode);

            /// <summary>The p-norm of each window of a sequence.</summary>
            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
            {
                using var scope = NewDisposeScope();
                var means = avg_pool1d(Given(input).pow(norm_type), kernel_size, stride, null, ceil_mode);
                return (means.sign() * means.abs().relu()).mul(kernel_size).pow(1 / norm_type).MoveToOuterDisposeScope();
            }

            /// <summary>The maxima of a max pooling back at their positions, zeros elsewhere.</summary>
            public static Tensor max_unpool2d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null)
            {
                var kernel = Pair(kernel_size, 1);
                var size = UnpooledSize(Given(input), kernel, Pair(stride ?? kernel, 1), Pair(padding, 0), output_size);
                return Ops.MaxUnpool2d(input, Given(indices), size);
            }

            /// <summary>The maxima of a max pooling over sequences back at their positions, zeros elsewhere.</summary>
            public static Tensor max_unpool1d(Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[]? output_size = null)
            {
                var size = UnpooledSize(Given(input), [kernel_size], [stride ?? kernel_size], [padding ?? 0], output_size);
                using var image = input.unsqueeze(-2);
                using var places = Given(indices).unsqueeze(-2);
                using var output = Ops.MaxUnpool2d(image, places, [1, size[0]]);
                return output.squeeze(-2);
            }

            private static long[] Sizes(string op, long[] output_size, int count) => Given(output_size).Length == count
                ? output_size
                : throw new ExternalException($"{op}: output_size must have {count} elements, but is {Core.Shapes.Text(output_size)}");

            private static long[] UnpooledSize(Tensor input, long[] kernel, long[] stride, long[] padding, long[]? output_size)
            {
                var lead = (int)input.ndim - kernel.Length;
                if (lead is < 1 or > 2)
                {
                    throw new ExternalException($"max_unpool{kernel.Length}d: expected an input with {kernel.Length + 1} or {kernel.Length + 2} dimensions, but got {Core.Shapes.Text(input.shape)}.");
                }

                if (output_size is not null && output_size.Length != kernel.Length && output_size.Length != input.ndim)
                {
                    throw new ExternalException($"max_unpool{kernel.Length}d: output_size should be a sequence containing {kernel.Length} or {input.ndim} elements, but it has a length of '{output_size.Length}'.");
                }

                var smallest = new long[kernel.Length];
                for (var d = 0; d < kernel.Length; d++)
                {
                    smallest[d] = (input.size(lead + d) - 1) * stride[d] + kernel[d] - 2 * padding[d];
                }

                if (output_size is null)
                {
                    return smallest;
                }

                var size = output_size.Length == kernel.Length ? output_size : output_size[^kernel.Length..];
                for (var d = 0; d < kernel.Length; d++)
                {
                    if (size[d] <= smallest[d] - stride[d] || size[d] >= smallest[d] + stride[d])
                    {
                        throw new ExternalException($"max_unpool{kernel.Length}d: invalid output_size {size[d]} (dim {d} must be between {smallest[d] - stride[d]} and {smallest[d] + stride[d]})");
                    }
                }

                return size;
            }
        }
    }
}
