namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Resampling to the nearest element, and what brings a gradient back through it and through average pooling.
        public static partial class functional
        {
            /// <summary>Each element of <c>[N, C, L]</c> repeated, to a length or by a factor.</summary>
            /// <exception cref="ExternalException">Neither or both of outputSize and scaleFactor, or another rank.</exception>
            public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor)
                => Nearest("upsample_nearest1d", Given(input), 1, outputSize is { } size ? [size] : null, scaleFactor is { } factor ? [factor] : null);

            /// <summary>Each element of <c>[N, C, H, W]</c> repeated, to a height and width or by two factors.</summary>
            /// <exception cref="ExternalException">Neither or both of outputSizes and scaleFactors, or another rank.</exception>
            public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null)
                => Nearest("upsample_nearest2d", Given(input), 2, outputSizes, scaleFactors);

            /// <summary>Each element of <c>[N, C, D, H, W]</c> repeated, to a depth, height and width or by three factors.</summary>
            /// <exception cref="ExternalException">Neither or both of outputSizes and scaleFactors, or another rank.</exception>
            public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null)
                => Nearest("upsample_nearest3d", Given(input), 3, outputSizes, scaleFactors);

            /// <summary>The gradient of the input, of length inputSize, from that of the output of <see cref="upsample_nearest1d"/>.</summary>
            public static Tensor upsample_nearest1d_backward(Tensor grad_output, long? outputSize, long inputSize, double? scaleFactor)
            {
                const string Name = "upsample_nearest1d_backward";
                long[] from = Given(grad_output).ndim == 3 ? [grad_output.size(0), grad_output.size(1), inputSize] : [inputSize];
                return Transposed(Name, grad_output, from, x => Nearest(Name, x, 1, outputSize is { } size ? [size] : null, scaleFactor is { } factor ? [factor] : null));
            }

            /// <summary>The gradient of the input, of size inputSizes <c>[N, C, H, W]</c>, from that of the output of <see cref="upsample_nearest2d"/>.</summary>
            public static Tensor upsample_nearest2d_backward(Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null)
                => Transposed("upsample_nearest2d_backward", Given(grad_output), Given(inputSizes), x => Nearest("upsample_nearest2d_backward", x, 2, outputSizes, scaleFactors));

            /// <summary>The gradient of the input, of size inputSizes <c>[N, C, D, H, W]</c>, from that of the output of <see cref="upsample_nearest3d"/>.</summary>
            public static Tensor upsample_nearest3d_backward(Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null)
                => Transposed("upsample_nearest3d_backward", Given(grad_output), Given(inputSizes), x => Nearest("upsample_nearest3d_backward", x, 3, outputSizes, scaleFactors));

            /// <summary>The gradient of originalInput from that of the output of an average pooling, which is called input here.</summary>
            /// <remarks>The stride is 1 by default, unlike that of the pooling.</remarks>
            public static Tensor avg_pool2d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
                => Transposed("avg_pool2d_backward", Given(input), Given(originalInput).shape, x => avg_pool2d(x, Given(kernel_sizes), strides ?? [1], paddings, ceil_mode, count_include_pad, divisor_override));

            /// <summary>The gradient of originalInput from that of the output of an average pooling, which is called input here.</summary>
            public static Tensor avg_pool3d_backward(Tensor input, Tensor originalInput, long[] kernel_sizes, long[]? strides = null, long[]? paddings = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null)
                => Transposed("avg_pool3d_backward", Given(input), Given(originalInput).shape, x => avg_pool3d(x, Given(kernel_sizes), strides, paddings, ceil_mode, count_include_pad, divisor_override));

            /// <summary>Writes the gradient of originalInput <c>[N, C, D, H, W]</c> to gradInput, which has its shape, and returns that.</summary>
            /// <exception cref="ExternalException">gradInput has another shape, or one of the arguments requires a gradient.</exception>
            public static Tensor adaptive_avg_pool3d_backward(Tensor gradInput, Tensor gradOutput, Tensor originalInput)
            {
                const string Name = "adaptive_avg_pool3d_backward";
                if (GradMode.Needs(Given(gradInput), Given(gradOutput), Given(originalInput)))
                {
                    throw new ExternalException($"{Name}: functions that write to an argument have no derivative, but one of the arguments requires grad.");
                }

                if (!gradInput.shape.AsSpan().SequenceEqual(originalInput.shape))
                {
                    throw new ExternalException($"{Name}: gradInput must have the shape of the input, {Core.Shapes.Text(originalInput.shape)}, but has {Core.Shapes.Text(gradInput.shape)}.");
                }

                using var gradient = Transposed(Name, gradOutput, originalInput.shape, x => adaptive_avg_pool3d(x, gradOutput.shape[^Math.Min(3, gradOutput.shape.Length)..]));
                return gradInput.copy_(gradient).alias();
            }

            private static Tensor Nearest(string name, Tensor x, int spatial, long[]? size, double[]? factors)
            {
                if (x.ndim != spatial + 2)
                {
                    throw new ExternalException($"{name}: expected an input of {spatial + 2} dimensions, but got {Core.Shapes.Text(x.shape)}.");
                }

                if ((size is null) == (factors is null))
                {
                    throw new ExternalException($"{name}: must specify exactly one of the output size and the scale factor, but {(size is null ? "neither" : "both")} came with the input {Core.Shapes.Text(x.shape)}.");
                }

                var given = size?.Length ?? factors!.Length;
                return given == spatial
                    ? interpolate(x, size, factors)
                    : throw new ExternalException($"{name}: expected {spatial} values for the input {Core.Shapes.Text(x.shape)}, but got {given}.");
            }

            // The transpose of a linear map of tensors of a shape is its derivative, which is the same everywhere.
            private static Tensor Transposed(string name, Tensor grad, long[] from, Func<Tensor, Tensor> map)
            {
                var recorded = GradMode.Needs(grad);
                using var scope = NewDisposeScope();
                using var mode = new GradModeScope(true, inference: false);
                var x = zeros(from, grad.dtype).requires_grad_();
                var y = map(x);
                if (!y.shape.AsSpan().SequenceEqual(grad.shape))
                {
                    throw new ExternalException($"{name}: expected a gradient of shape {Core.Shapes.Text(y.shape)} for an input of shape {Core.Shapes.Text(from)}, but got {Core.Shapes.Text(grad.shape)}.");
                }

                return autograd.grad([y], [x], [recorded ? grad : grad.detach()], create_graph: recorded)[0].MoveToOuterDisposeScope();
            }
        }
    }
}
