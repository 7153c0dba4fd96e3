namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // What makes volumes larger, by way of images.
        public static partial class functional
        {
            /// <summary>Transposed convolution of <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c> with <c>[C, out/groups, kd, kh, kw]</c>.</summary>
            public static Tensor conv_transpose3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1)
            {
                var (stride, pads, extra, spread) = (Triple(strides, 1), Triple(padding, 0), Triple(output_padding, 0), Triple(dilation, 1));
                Ops.CheckTransposedConvolution("conv_transpose3d", Given(input).Impl.Shape, Given(weight).Impl.Shape, bias, stride, pads, extra, spread, groups);
                return Batched("conv_transpose3d", input, x =>
                {
                    // Each slice spreads over an image for each tap in depth: [N*D, out*kd, OH, OW].
                    var (n, depth, kd, channels) = (x.size(0), x.size(2), weight.size(2), weight.size(1) * groups);
                    var slices = x.transpose(1, 2).reshape(n * depth, x.size(1), x.size(3), x.size(4));
                    var images = Ops.ConvTranspose2d(slices, weight.reshape(weight.size(0), weight.size(1) * kd, weight.size(3), weight.size(4)), null, stride[1..], pads[1..], extra[1..], spread[1..], groups);
                    var (height, width) = (images.size(2), images.size(3));
                    var taps = images.view(n, depth, channels, kd, height * width).permute(3, 0, 2, 1, 4);

                    // A tap's images lie a stride apart in depth, and are added up where taps meet.
                    var reach = (depth - 1) * stride[0] + 1;
                    var volume = zeros([n, channels, reach + spread[0] * (kd - 1) + extra[0], height * width], x.dtype);
                    for (long k = 0; k < kd; k++)
                    {
                        volume.slice(2, k * spread[0], k * spread[0] + reach, stride[0]).add_(taps.select(0, k));
                    }

                    var cut = volume.narrow(2, pads[0], volume.size(2) - 2 * pads[0]).unflatten(3, height, width);
                    return bias is null ? cut : cut + bias.view(1, -1, 1, 1, 1);
                });
            }

            /// <summary>The maxima of a max pooling over volumes back at their positions, zeros elsewhere.</summary>
            public static Tensor max_unpool3d(Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null)
            {
                var kernel = Triple(kernel_size, 1);
                var size = UnpooledSize(Given(input), kernel, Triple(stride ?? kernel, 1), Triple(padding, 0), output_size);
                using var scope = NewDisposeScope();

                // A position in a volume of D*H*W is one in an image of D rows with H*W columns.
                return Ops.MaxUnpool2d(input.flatten(-2), Given(indices).flatten(-2), [size[0], size[1] * size[2]])
                    .view([.. input.shape[..^3], .. size]).MoveToOuterDisposeScope();
            }
        }
    }
}
