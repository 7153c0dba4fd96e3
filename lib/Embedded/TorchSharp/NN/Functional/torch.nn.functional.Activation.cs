using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // The formulas stand at the modules of the same names. In place, the result is another handle to the input.
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().alias() : x.relu();

            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? x.relu6_().alias() : x.relu6();

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false)
                => inplace ? input.leaky_relu_(negative_slope).alias() : input.leaky_relu(negative_slope);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => inplace ? x.elu_(alpha).alias() : x.elu(alpha);

            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? x.selu_().alias() : x.selu();

            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => inplace ? x.celu_(alpha).alias() : x.celu(alpha);

            public static Tensor gelu(Tensor x) => x.gelu();

            public static Tensor gelu(Tensor x, bool inplace) => inplace ? x.gelu_().alias() : x.gelu();

            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false)
                => inplace ? x.gelu_(approximate).alias() : x.gelu(approximate);

            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? x.silu_().alias() : x.silu();

            public static Tensor mish(Tensor x, bool inplace = false)
            {
                if (inplace)
                {
                    return InPlace(x, values => mish(values));
                }

                using var softplus = x.softplus();
                using var gate = softplus.tanh();
                return x.mul(gate);
            }

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_().alias() : x.sigmoid();

            public static Tensor logsigmoid(Tensor x)
            {
                // -log(1 + exp(-x)); beyond 50 the exponential is all that counts in either precision.
                using var minus = x.neg();
                using var softplus = minus.softplus(1, 50);
                return softplus.neg();
            }

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_().alias() : x.tanh();

            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var tanh = x.tanh();
                return inplace ? x.sub_(tanh).alias() : x.sub(tanh);
            }

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => x.softplus(beta, threshold);

            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                if (inplace)
                {
                    return InPlace(x, values => softsign(values));
                }

                using var size = x.abs();
                using var divisor = size.add(1);
                return x.div(divisor);
            }

            public static Tensor softshrink(Tensor x, double lambda = 0.5)
            {
                using var near = x.clamp(-lambda, lambda);
                return x.sub(near);
            }

            public static Tensor hardshrink(Tensor x, double lambda = 0.5)
            {
                using var size = x.abs();
                using var near = size.le(lambda);
                return x.masked_fill(near, 0);
            }

            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false)
                => inplace ? x.hardtanh_(min_val, max_val).alias() : x.hardtanh(min_val, max_val);

            public static Tensor hardsigmoid(Tensor input, bool inplace = false)
                => inplace ? input.hardsigmoid_().alias() : input.hardsigmoid();

            public static Tensor hardswish(Tensor input, bool inplace = false)
                => inplace ? input.hardswish_().alias() : input.hardswish();

            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false)
                => inplace ? x.threshold_(threshold, value).alias() : x.threshold(threshold, value);

            public static Tensor prelu(Tensor input, Tensor weight) => input.prelu(weight);

            /// <summary>The leaky ReLU with slope (lower + upper) / 2.</summary>
            public static Tensor rrelu(Tensor x, double lower = OneEighth, double upper = OneThird, bool inplace = false)
                => leaky_relu(x, (lower + upper) / 2, inplace);

            internal static Tensor rrelu(Tensor x, double lower, double upper, bool training, bool inplace)
            {
                if (!training)
                {
                    return rrelu(x, lower, upper, inplace);
                }

                using var slopes = empty(x.shape, x.dtype, x.device);
                RandomFill.RReLUSlopes(x, slopes, lower, upper);
                return inplace ? x.mul_(slopes).alias() : x.mul(slopes);
            }

            public static Tensor glu(Tensor input, long dim = -1) => input.glu(dim);

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Ops.Softmax(Converted(input, dtype), dim);

            public static Tensor softmax2d(Tensor x) => softmax(x, -3);

            public static Tensor softmin(Tensor x, long dim)
            {
                using var minus = x.neg();
                return softmax(minus, dim);
            }

            public static Tensor log_softmax(Tensor x, long dim) => Ops.LogSoftmax(x, dim);

            // A function of several steps in place: its steps see a copy, so that what they keep for backward stays as it was.
            private static Tensor InPlace(Tensor x, Func<Tensor, Tensor> function)
            {
                using var before = x.clone();
                using var result = function(before);
                return x.copy_(result).alias();
            }

            private static Tensor Converted(Tensor input, ScalarType? dtype)
                => dtype is { } type && type != input.dtype ? input.to(type) : input;
        }
    }
}
