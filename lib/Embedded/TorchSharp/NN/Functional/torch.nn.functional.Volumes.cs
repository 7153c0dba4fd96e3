namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Volumes [N, C, D, H, W] or [C, D, H, W] by way of images: a window over depth is so many more channels of a convolution,
        // and a pooling window is one over the image and then one over depth.
        public static partial class functional
        {
            /// <summary>Cross-correlation of <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c> with <c>[out, C/groups, kd, kh, kw]</c>.</summary>
            public static Tensor conv3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
            {
                var (stride, pads, spread) = (Triple(strides, 1), Triple(padding, 0), Triple(dilation, 1));
                Ops.CheckConvolution("conv3d", Given(input).Impl.Shape, Given(weight).Impl.Shape, bias, stride, pads, spread, groups);
                Ops.CheckDilationOfIntegers("conv3d", input, spread);
                return Batched("conv3d", input, x =>
                {
                    // The taps of each output's depth: [N, C, OD, H, W, kd] and from there [N*OD, C*kd, H, W].
                    var deep = pads[0] == 0 ? x : pad(x, [0, 0, 0, 0, pads[0], pads[0]]);
                    var (kd, reach) = (weight.size(2), spread[0] * (weight.size(2) - 1) + 1);
                    var taps = deep.unfold(2, reach, stride[0])[TensorIndex.Ellipsis, TensorIndex.Slice(0, null, spread[0])].permute(0, 2, 1, 5, 3, 4);
                    var (n, depth, channels) = (taps.size(0), taps.size(1), taps.size(2));
                    var images = taps.reshape(n * depth, channels * kd, taps.size(4), taps.size(5));
                    var y = Ops.Conv2d(images, weight.reshape(weight.size(0), weight.size(1) * kd, weight.size(3), weight.size(4)), bias, stride[1..], pads[1..], spread[1..], groups);
                    return y.view(n, depth, y.size(1), y.size(2), y.size(3)).permute(0, 2, 1, 3, 4).contiguous();
                });
            }

            /// <summary><see cref="conv3d"/> with padding by name.</summary>
            public static Tensor conv3d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1)
            {
                ArgumentNullException.ThrowIfNull(weight);
                var (stride, spread) = (Triple(strides, 1), Triple(dilation, 1));
                var sides = Enumerable.Range(0, 3).Select(d => NamedPadding(padding, weight.size(d - 3), stride[d], spread[d])).ToArray();
                using var padded = pad(Given(input), [sides[2].Before, sides[2].After, sides[1].Before, sides[1].After, sides[0].Before, sides[0].After]);
                return conv3d(padded, weight, bias, stride, null, spread, groups);
            }

            /// <summary>The maximum of each window of <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c>; the stride is the window by default.</summary>
            public static Tensor max_pool3d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                var (kernel, pads, spread) = (Triple(kernel_size, 1), Triple(padding, 0), Triple(dilation, 1));
                var stride = Triple(strides ?? kernel, 1);
                Ops.CheckPooling("max_pool3d", Given(input).Impl.Shape, kernel, stride, pads, spread, ceil_mode);
                return Batched("max_pool3d", input, x => AcrossThenDeep(
                    x,
                    images => max_pool2d(images, kernel[1..], stride[1..], pads[1..], spread[1..], ceil_mode),
                    columns => max_pool2d(columns, [kernel[0], 1], [stride[0], 1], [pads[0], 0], [spread[0], 1], ceil_mode)));
            }

            /// <summary>The maxima and their positions, flat within each volume of D*H*W.</summary>
            public static (Tensor output, Tensor indices) max_pool3d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                var (kernel, pads, spread) = (Triple(kernel_size, 1), Triple(padding, 0), Triple(dilation, 1));
                var stride = Triple(strides ?? kernel, 1);
                Ops.CheckPooling("max_pool3d", Given(input).Impl.Shape, kernel, stride, pads, spread, ceil_mode);
                return MaximaAndPlaces(
                    Batch("max_pool3d", input),
                    input.ndim == 5,
                    images => Ops.MaxPool2d(images, kernel[1..], stride[1..], pads[1..], spread[1..], ceil_mode),
                    columns => Ops.MaxPool2d(columns, [kernel[0], 1], [stride[0], 1], [pads[0], 0], [spread[0], 1], ceil_mode));
            }

            /// <summary>The mean of each window of <c>[N, C, D, H, W]</c> or <c>[C, D, H, W]</c>; the stride is the window by default.</summary>
            public static Tensor avg_pool3d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
            {
                var (kernel, pads) = (Triple(kernel_size, 1), Triple(padding, 0));
                var steps = Triple(stride ?? kernel, 1);
                Ops.CheckPooling("avg_pool3d", Given(input).Impl.Shape, kernel, steps, pads, [1, 1, 1], ceil_mode);
                return Batched("avg_pool3d", input, x => AcrossThenDeep(
                    x,
                    images => Ops.AvgPool2d(images, kernel[1..], steps[1..], pads[1..], ceil_mode, count_include_pad, divisor_override is null ? null : 1),
                    columns => Ops.AvgPool2d(columns, [kernel[0], 1], [steps[0], 1], [pads[0], 0], ceil_mode, count_include_pad, divisor_override)));
            }

            /// <summary>Means over windows chosen so that the output has depth, height and width <c>output_size</c>.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => adaptive_avg_pool3d(Given(input), [output_size, output_size, output_size]);

            /// <summary>Means over windows chosen so that the output has a given depth, height and width.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) => adaptive_avg_pool3d(Given(input), [output_size.Item1, output_size.Item2, output_size.Item3]);

            /// <summary>Means over windows chosen so that the output has a given depth, height and width.</summary>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size)
            {
                var size = Sizes("adaptive_avg_pool3d", output_size, 3);
                Ops.CheckAdaptivePooling("adaptive_avg_pool3d", Given(input).Impl.Shape, size);
                return Batched("adaptive_avg_pool3d", input, x => AcrossThenDeep(
                    x,
                    images => Ops.AdaptiveAvgPool2d(images, size[1..]),
                    columns => Ops.AdaptiveAvgPool2d(columns, [size[0], columns.size(3)])));
            }

            /// <summary>Maxima over windows chosen so that the output has a given depth, height and width.</summary>
            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size)
            {
                var (output, indices) = adaptive_max_pool3d_with_indices(input, output_size);
                indices.Dispose();
                return output;
            }

            /// <summary>The maxima and their positions, flat within each volume of D*H*W.</summary>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size)
            {
                var size = Sizes("adaptive_max_pool3d", output_size, 3);
                Ops.CheckAdaptivePooling("adaptive_max_pool3d", Given(input).Impl.Shape, size);
                return MaximaAndPlaces(
                    Batch("adaptive_max_pool3d", input),
                    input.ndim == 5,
                    images => Ops.AdaptiveMaxPool2d(images, size[1..]),
                    columns => Ops.AdaptiveMaxPool2d(columns, [size[0], columns.size(3)]));
            }

            // The maxima of a batch of volumes, first in each image and then along the depth, and where they were.
            private static (Tensor Values, Tensor Places) MaximaAndPlaces(Tensor x, bool batched, Func<Tensor, (Tensor, Tensor)> images, Func<Tensor, (Tensor, Tensor)> columns)
            {
                using var scope = NewDisposeScope();
                Tensor across = null!, places = null!;
                var output = AcrossThenDeep(
                    x,
                    all =>
                    {
                        (var values, across) = images(all);
                        return values;
                    },
                    all =>
                    {
                        (var values, places) = columns(all);
                        return values;
                    });

                // In which slice each maximum is, and where in that slice.
                var plane = output.size(3) * output.size(4);
                var slice = places.floor_divide(Math.Max(plane, 1));
                var within = across.reshape(x.size(0), x.size(1), x.size(2) * plane).gather(2, places.flatten(2)).view(places.shape);
                var indices = (slice * (x.size(3) * x.size(4)) + within).view(output.shape);
                return batched
                    ? (output.MoveToOuterDisposeScope(), indices.MoveToOuterDisposeScope())
                    : (output.squeeze(0).MoveToOuterDisposeScope(), indices.squeeze(0).MoveToOuterDisposeScope());
            }

            // [N, C, D, H, W] as images [N, C*D, H, W], and what comes of them as columns [N, C, D, H*W].
            private static Tensor AcrossThenDeep(Tensor x, Func<Tensor, Tensor> across, Func<Tensor, Tensor> deep)
            {
                var images = across(x.reshape(x.size(0), x.size(1) * x.size(2), x.size(3), x.size(4)));
                var (height, width) = (images.size(2), images.size(3));
                var columns = deep(images.reshape(x.size(0), x.size(1), x.size(2), height * width));
                return columns.view(x.size(0), x.size(1), columns.size(2), height, width);
            }

            // Runs a function of a batch on a batch or on a single volume.
            private static Tensor Batched(string op, Tensor input, Func<Tensor, Tensor> function)
            {
                using var scope = NewDisposeScope();
                var result = function(Batch(op, input));
                return (input.ndim == 5 ? result : result.squeeze(0)).MoveToOuterDisposeScope();
            }

            private static Tensor Batch(string op, Tensor input) => input.ndim switch
            {
                5 => input,
                4 => input.unsqueeze(0),
                _ => throw new ExternalException($"{op}: expected an input [N, C, D, H, W] or [C, D, H, W], but got {Core.Shapes.Text(input.shape)}"),
            };

            private static long[] Triple(long[]? values, long otherwise)
                => values switch
                {
                    null or [] => [otherwise, otherwise, otherwise],
                    [var all] => [all, all, all],
                    [_, _, _] => values,
                    _ => throw new ExternalException($"Expected a single integer value or a list of 3 values, for depth, height and width, but got {Core.Shapes.Text(values)}"),
                };
        }
    }
}
