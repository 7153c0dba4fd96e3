using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // The formulas stand at the modules of the same names. In place, the result is another handle to the input.
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? Given(x).relu_().alias() : Given(x).relu();

            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? Given(x).relu6_().alias() : Given(x).relu6();

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false)
                => inplace ? Given(input).leaky_relu_(negative_slope).alias() : Given(input).leaky_relu(negative_slope);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => inplace ? Given(x).elu_(alpha).alias() : Given(x).elu(alpha);

            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? Given(x).selu_().alias() : Given(x).selu();

            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => inplace ? Given(x).celu_(alpha).alias() : Given(x).celu(alpha);

            public static Tensor gelu(Tensor x) => Given(x).gelu();

            public static Tensor gelu(Tensor x, bool inplace) => inplace ? Given(x).gelu_().alias() : Given(x).gelu();

            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false)
                => inplace ? Given(x).gelu_(approximate).alias() : Given(x).gelu(approximate);

            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? Given(x).silu_().alias() : Given(x).silu();

            public static Tensor mish(Tensor x, bool inplace = false)
            {
                ArgumentNullException.ThrowIfNull(x);
                if (inplace)
                {
                    return InPlace(x, values => mish(values));
                }

                using var softplus = x.softplus();
                using var gate = softplus.tanh();
                return x.mul(gate);
            }

            public static Tensor sigmoid(Tensor x) => Given(x).sigmoid();

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? Given(x).sigmoid_().alias() : Given(x).sigmoid();

            public static Tensor logsigmoid(Tensor x)
            {
                // -log(1 + exp(-x)); beyond 50 the exponential is all that counts in either precision.
                using var minus = Given(x).neg();
                using var softplus = minus.softplus(1, 50);
                return softplus.neg();
            }

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? Given(x).tanh_().alias() : Given(x).tanh();

            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var tanh = Given(x).tanh();
                return inplace ? x.sub_(tanh).alias() : x.sub(tanh);
            }

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Given(x).softplus(beta, threshold);

            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                ArgumentNullException.ThrowIfNull(x);
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
                using var near = Given(x).clamp(-lambda, lambda);
                return x.sub(near);
            }

            public static Tensor hardshrink(Tensor x, double lambda = 0.5)
            {
                using var size = Given(x).abs();
                using var near = size.le(lambda);
                return x.masked_fill(near, 0);
            }

            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false)
                => inplace ? Given(x).hardtanh_(min_val, max_val).alias() : Given(x).hardtanh(min_val, max_val);

            public static Tensor hardsigmoid(Tensor input, bool inplace = false)
                => inplace ? Given(input).hardsigmoid_().alias() : Given(input).hardsigmoid();

            public static Tensor hardswish(Tensor input, bool inplace = false)
                => inplace ? Given(input).hardswish_().alias() : Given(input).hardswish();

            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false)
                => inplace ? Given(x).threshold_(threshold, value).alias() : Given(x).threshold(threshold, value);

            public static Tensor prelu(Tensor input, Tensor weight) => Given(input).prelu(weight);

            /// <summary>The leaky ReLU with slope (lower + upper) / 2.</summary>
            public static Tensor rrelu(Tensor x, double lower = OneEighth, double upper = OneThird, bool inplace = false)
                => leaky_relu(x, (lower + upper) / 2, inplace);

            internal static Tensor rrelu(Tensor x, double lower, double upper, bool training, bool inplace)
            {
                if (!training)
                {
                    return rrelu(x, lower, upper, inplace);
                }

                if (Ops.IsHalf(Given(x)))
                {
                    using var steep = Ops.InSingle(x, wide => rrelu(wide, lower, upper, training, false));
                    return inplace ? x.copy_(steep).alias() : steep.alias();
                }

                using var slopes = empty(x.shape, x.dtype, x.device);
                RandomFill.RReLUSlopes(x, slopes, lower, upper);
                return inplace ? x.mul_(slopes).alias() : x.mul(slopes);
            }

            public static Tensor glu(Tensor input, long dim = -1) => Given(input).glu(dim);

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Ops.Softmax(Converted(Given(input), dtype), dim);

            public static Tensor softmax2d(Tensor x) => softmax(Given(x), -3);

            public static Tensor softmin(Tensor x, long dim)
            {
                using var minus = Given(x).neg();
                return softmax(minus, dim);
            }

            public static Tensor log_softmax(Tensor x, long dim) => Ops.LogSoftmax(Given(x), dim);

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
