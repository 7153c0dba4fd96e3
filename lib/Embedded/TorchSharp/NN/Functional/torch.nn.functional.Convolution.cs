namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Cross-correlation of <c>[N, C, L]</c> or <c>[C, L]</c> with <c>[out, C/groups, k]</c>.</summary>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1)
            {
                // A sequence is an image of height 1.
                Ops.CheckConvolution("conv1d", Given(input).Impl.Shape, Given(weight).Impl.Shape, bias, [stride ?? 1], [padding ?? 0], [dilation ?? 1], groups);
                using var scope = NewDisposeScope();
                return Ops.Conv2d(input.unsqueeze(-2), weight.unsqueeze(-2), bias, [1, stride ?? 1], [0, padding ?? 0], [1, dilation ?? 1], groups)
                    .squeeze(-2).MoveToOuterDisposeScope();
            }

            /// <summary><see cref="conv1d"/> with padding by name.</summary>
            public static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1)
            {
                ArgumentNullException.ThrowIfNull(input);
                var (before, after) = NamedPadding(padding, Given(weight).size(-1), stride ?? 1, dilation ?? 1);
                if (before == after)
                {
                    return conv1d(input, weight, bias, stride, before, dilation, groups);
                }

                using var padded = pad(input, [before, after]);
                return conv1d(padded, weight, bias, stride, 0, dilation, groups);
            }

            /// <summary>Cross-correlation of <c>[N, C, H, W]</c> or <c>[C, H, W]</c> with <c>[out, C/groups, kh, kw]</c>.</summary>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
                => Ops.Conv2d(input, weight, bias, Pair(strides, 1), Pair(padding, 0), Pair(dilation, 1), groups);

            /// <summary><see cref="conv2d"/> with padding by name.</summary>
            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1)
            {
                ArgumentNullException.ThrowIfNull(input);
                var stride = Pair(strides, 1);
                var spread = Pair(dilation, 1);
                var (top, bottom) = NamedPadding(padding, Given(weight).size(-2), stride[0], spread[0]);
                var (left, right) = NamedPadding(padding, weight.size(-1), stride[1], spread[1]);
                if (top == bottom && left == right)
                {
                    return Ops.Conv2d(input, weight, bias, stride, [top, left], spread, groups);
                }

                using var padded = pad(input, [left, right, top, bottom]);
                return Ops.Conv2d(padded, weight, bias, stride, [0, 0], spread, groups);
            }

            /// <summary>Transposed convolution of <c>[N, C, L]</c> with <c>[C, out/groups, k]</c>.</summary>
            public static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1)
            {
                Ops.CheckTransposedConvolution("conv_transpose1d", Given(input).Impl.Shape, Given(weight).Impl.Shape, bias, [stride ?? 1], [padding ?? 0], [output_padding ?? 0], [dilation ?? 1], groups);
                using var scope = NewDisposeScope();
                return Ops.ConvTranspose2d(input.unsqueeze(-2), weight.unsqueeze(-2), bias, [1, stride ?? 1], [0, padding ?? 0], [0, output_padding ?? 0], [1, dilation ?? 1], groups)
                    .squeeze(-2).MoveToOuterDisposeScope();
            }

            /// <summary>Transposed convolution of <c>[N, C, H, W]</c> with <c>[C, out/groups, kh, kw]</c>.</summary>
            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1)
                => Ops.ConvTranspose2d(input, weight, bias, Pair(strides, 1), Pair(padding, 0), Pair(output_padding, 0), Pair(dilation, 1), groups);

            // One number stands for both dimensions.
            internal static long[] Pair(long[]? values, long otherwise)
                => values switch
                {
                    null or [] => [otherwise, otherwise],
                    [var both] => [both, both],
                    [_, _] => values,
                    _ => throw new ExternalException($"Expected a single integer value or a list of 2 values, one for the height and one for the width, but got {Core.Shapes.Text(values)}"),
                };

            private static (long Before, long After) NamedPadding(Padding padding, long kernel, long stride, long dilation)
            {
                if (padding == Padding.Valid)
                {
                    return (0, 0);
                }

                if (stride != 1)
                {
                    throw new ArgumentException("padding='same' is not supported for strided convolutions");
                }

                var total = dilation * (kernel - 1);
                return (total / 2, total - total / 2);
            }
        }
    }
}
