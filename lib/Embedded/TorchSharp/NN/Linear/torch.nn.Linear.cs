using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A fully connected layer.</summary>
        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            => new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>A fully connected layer over given parameters.</summary>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(Given(weight), bias);

        /// <summary>A bilinear form of two inputs.</summary>
        public static Bilinear Bilinear(long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null, ScalarType? dtype = null)
            => new(in1_features, in2_features, out_features, hasBias, device, dtype);

        /// <summary>A layer that gives its input back.</summary>
        public static Identity Identity() => new();

        /// <summary>A layer that makes one dimension of several.</summary>
        public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

        /// <summary>A layer that makes several dimensions of one.</summary>
        public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);

        public static partial class functional
        {
            /// <summary>y = x Wᵀ + b: <c>[..., in]</c>, <c>[out, in]</c>, <c>[out]</c> to <c>[..., out]</c>.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Ops.Linear(Given(input), Given(weights), bias);

            /// <summary>y_k = x₁ᵀ W_k x₂ + b_k: <c>[..., in1]</c>, <c>[..., in2]</c>, <c>[out, in1, in2]</c> to <c>[..., out]</c>.</summary>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null)
            {
                using var scope = NewDisposeScope();
                var (outputs, in1, in2) = (Given(weight).size(0), weight.size(1), weight.size(2));
                ArgumentNullException.ThrowIfNull(input1);
                ArgumentNullException.ThrowIfNull(input2);
                if (input1.size(-1) != in1 || input2.size(-1) != in2)
                {
                    throw new ExternalException($"bilinear(): the last dimensions of the inputs are {input1.size(-1)} and {input2.size(-1)}, but the weight of size {Core.Shapes.Text(weight.shape)} expects {in1} and {in2}.");
                }

                if (!input1.shape.AsSpan()[..^1].SequenceEqual(input2.shape.AsSpan()[..^1]))
                {
                    throw new ExternalException($"bilinear(): input batch dimensions do not match: got {Core.Shapes.Text(input1.shape)} and {Core.Shapes.Text(input2.shape)}");
                }

                // x₁ times all W_k at once, then each product with x₂.
                var batch = Core.Shapes.Count(input1.shape.AsSpan()[..^1]);
                var rows = Ops.Matmul(input1.reshape(batch, in1), weight.permute(1, 0, 2).reshape(in1, outputs * in2)).view(batch, outputs, in2);
                var result = (rows * input2.reshape(batch, 1, in2)).sum(-1);
                if (bias is not null)
                {
                    result = result + bias;
                }

                return result.view([.. input1.shape[..^1], outputs]).MoveToOuterDisposeScope();
            }
        }
    }
}
