using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>All parameters as one vector, in their order.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat(tensors.Select(tensor => tensor.reshape(-1)).ToArray(), 0).MoveToOuterDisposeScope();
            }

            /// <summary>Copies a vector's elements into the parameters, in their order.</summary>
            /// <exception cref="ExternalException">The vector has too few elements.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                ArgumentNullException.ThrowIfNull(vec);
                using var _ = no_grad();
                long place = 0;
                foreach (var tensor in Given(tensors))
                {
                    var count = tensor.NumberOfElements;
                    if (place + count > vec.NumberOfElements)
                    {
                        throw new ExternalException($"vector_to_parameters: the vector has {vec.NumberOfElements} elements, fewer than the parameters");
                    }

                    using var part = vec.narrow(0, place, count);
                    using var shaped = part.view(tensor.shape);
                    tensor.copy_(shaped);
                    place += count;
                }
            }

            /// <summary>
            /// The weight and bias of a convolution that does what a convolution followed by a batch norm in evaluation mode
            /// does; transpose: of a transposed convolution.
            /// </summary>
            public static (Parameter weight, Parameter bias) fuse_conv_bn_weights(Tensor conv_w, Tensor? conv_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b, bool transpose = false)
            {
                if (Given(conv_w).ndim < 3)
                {
                    throw new ArgumentException($"fuse_conv_bn_weights: expected the weight of a convolution, [out, in, ...], but got shape {Core.Shapes.Text(conv_w.shape)}.");
                }

                var shape = new long[conv_w.ndim];
                Array.Fill(shape, 1);
                shape[transpose ? 1 : 0] = -1;
                return Fuse(conv_w, conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, shape);
            }

            /// <summary>The weight and bias of a linear layer that does what it does with a batch norm in evaluation mode after it.</summary>
            public static (Parameter weight, Parameter bias) fuse_linear_bn_weights(Tensor linear_w, Tensor? linear_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor bn_w, Tensor bn_b)
                => Fuse(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, [-1, 1]);

            /// <summary>A linear layer that does what one does with a batch norm after it, both in evaluation mode.</summary>
            public static Linear fuse_linear_bn_eval(Linear linear, BatchNorm bn)
            {
                if (linear.training || bn.training)
                {
                    throw new InvalidOperationException("Fusing operators is valid only for eval mode.");
                }

                var (weight, bias) = fuse_linear_bn_weights(linear.weight, linear.bias, bn.running_mean!, bn.running_var!, bn.eps, bn.weight, bn.bias!);
                return Linear(weight, bias);
            }

            private static (Parameter Weight, Parameter Bias) Fuse(Tensor weight, Tensor? bias, Tensor mean, Tensor variance, double eps, Tensor? scale, Tensor? shift, long[] perChannel)
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                var factor = (variance + eps).rsqrt();
                if (scale is not null)
                {
                    factor = factor * scale;
                }

                var offset = ((bias is null ? -mean : bias - mean) * factor) + (shift ?? zeros_like(mean));
                var fusedWeight = new Parameter((weight * factor.reshape(perChannel)).to(weight.dtype), weight.requires_grad);
                var fusedBias = new Parameter(offset.to(bias?.dtype ?? weight.dtype), bias?.requires_grad ?? weight.requires_grad);
                return scope.MoveToOuter(fusedWeight, fusedBias);
            }
        }
    }
}
