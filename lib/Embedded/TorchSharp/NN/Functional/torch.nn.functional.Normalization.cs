using TorchSharp.Kernels.Norm;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Divides by the p-norm along dim, but by no less than eps.</summary>
            public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1L, double eps = 1e-12)
            {
                using var scope = NewDisposeScope();
                return Given(input).div(input.norm((int)dim, true, (float)p).clamp_min(eps)).MoveToOuterDisposeScope();
            }

            /// <summary>Batch normalisation of <c>[N, C, ...]</c>; training updates the running statistics in place.</summary>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-5)
                => Ops.BatchNorm(Given(input), weight, bias, running_mean, running_var, training, momentum, eps);

            /// <summary>Normalises each of the groups of channels of each element of <c>[N, C, ...]</c>.</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                RequireChannels("group_norm", Given(input));
                var (batch, channels) = (input.size(0), input.size(1));
                if (num_groups <= 0 || channels % num_groups != 0)
                {
                    throw new ExternalException($"group_norm: Expected number of channels in input to be divisible by num_groups, but got input of shape {Core.Shapes.Text(input.shape)} and num_groups={num_groups}");
                }

                if (weight is not null && weight.numel() != channels || bias is not null && bias.numel() != channels)
                {
                    throw new ExternalException($"group_norm: expected weight and bias of one number for each of the {channels} channels of the input {Core.Shapes.Text(input.shape)}, but got {Core.Shapes.Text((weight ?? bias)!.shape)}");
                }

                Ops.CheckSameType("group_norm", input, weight, "weight");
                Ops.CheckSameType("group_norm", input, bias, "bias");
                var rows = new RowNorm(batch * num_groups, num_groups, channels / num_groups, Core.Shapes.Count(input.shape.AsSpan(2)));
                return Ops.NormalizeRows("group_norm", rows, PerChannel(input), input, weight, bias, eps);
            }

            /// <summary>Normalises each channel of each element of <c>[N, C, ...]</c>.</summary>
            public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5)
            {
                RequireChannels("instance_norm", Given(input));
                var (batch, channels) = (input.size(0), input.size(1));
                if (!use_input_stats)
                {
                    return batch_norm(input, running_mean, running_var, weight, bias, false, momentum, eps);
                }

                foreach (var (what, parameter) in new[] { ("weight", weight), ("bias", bias), ("running_mean", running_mean), ("running_var", running_var) })
                {
                    if (parameter is not null && parameter.numel() != channels)
                    {
                        throw new ExternalException($"instance_norm: {what} should contain {channels} elements not {parameter.numel()} for an input of size {Core.Shapes.Text(input.shape)}");
                    }
                }

                using var scope = NewDisposeScope();
                var mean = running_mean?.repeat(batch);
                var variance = running_var?.repeat(batch);

                // All channels of all pictures are the channels of one picture.
                var rows = input.reshape([1, batch * channels, .. input.shape[2..]]);
                var normal = batch_norm(rows, mean, variance, weight?.repeat(batch), bias?.repeat(batch), true, momentum, eps);
                using (no_grad())
                {
                    running_mean?.copy_(mean!.view(batch, channels).mean([0]));
                    running_var?.copy_(variance!.view(batch, channels).mean([0]));
                }

                return normal.view(input.shape).MoveToOuterDisposeScope();
            }

            /// <summary>Normalises over the last dimensions, whose sizes are given.</summary>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
            {
                var shape = Given(input).shape;
                if (shape.Length < Given(normalized_shape).Length || !shape.AsSpan(shape.Length - normalized_shape.Length).SequenceEqual(normalized_shape))
                {
                    throw new ExternalException($"layer_norm: Given normalized_shape={Core.Shapes.Text(normalized_shape)}, expected input with shape [*, {string.Join(", ", normalized_shape)}], but got input of size {Core.Shapes.Text(shape)}");
                }

                foreach (var (what, parameter) in new[] { ("weight", weight), ("bias", bias) })
                {
                    if (parameter is not null && !parameter.shape.AsSpan().SequenceEqual(normalized_shape))
                    {
                        throw new ExternalException($"layer_norm: Expected {what} to be of same shape as normalized_shape, but got {what} of shape {Core.Shapes.Text(parameter.shape)} and normalized_shape = {Core.Shapes.Text(normalized_shape)}");
                    }

                    Ops.CheckSameType("layer_norm", input, parameter, what);
                }

                var rows = new RowNorm(Core.Shapes.Count(shape.AsSpan(0, shape.Length - normalized_shape.Length)), 1, Core.Shapes.Count(normalized_shape), 1);
                return Ops.NormalizeRows("layer_norm", rows, normalized_shape, input, weight, bias, eps);
            }

            /// <summary>Divides by a power of the mean square over neighbouring channels of <c>[N, C, ...]</c>.</summary>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1.0)
            {
                if (Given(input).ndim < 3)
                {
                    throw new ArgumentException($"Invalid number of dimensions for LocalResponseNorm argument: {input.ndim}");
                }

                return Ops.LocalResponseNorm(input, size, alpha, beta, k);
            }

            private static void RequireChannels(string op, Tensor input)
            {
                if (input.ndim < 2)
                {
                    throw new ArgumentException($"{op}: expected at least 2 dimensions [N, C, ...] in the input, but got {Core.Shapes.Text(input.shape)}.");
                }
            }

            private static long[] PerChannel(Tensor input)
            {
                var shape = new long[input.ndim];
                Array.Fill(shape, 1);
                shape[1] = input.size(1);
                return shape;
            }
        }
    }
}
