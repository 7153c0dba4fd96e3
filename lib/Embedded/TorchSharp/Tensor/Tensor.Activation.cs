namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor elu(double alpha = 1) => Ops.Elu(this, alpha, 1, 1);

        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Ops.Elu(this, Given(alpha).Real, Given(scale).Real, Given(input_scale).Real);

        public Tensor elu_(double alpha = 1) => Ops.Elu(this, alpha, 1, 1, inPlace: true);

        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => Ops.Elu(this, Given(alpha).Real, Given(scale).Real, Given(input_scale).Real, inPlace: true);

        public Tensor celu() => celu(1.0);

        public Tensor celu(Scalar alpha) => Ops.Elu(this, Given(alpha).Real, 1, 1 / alpha.Real);

        public Tensor celu_() => celu_(1.0);

        public Tensor celu_(Scalar alpha) => Ops.Elu(this, Given(alpha).Real, 1, 1 / alpha.Real, inPlace: true);

        public Tensor selu() => Ops.Elu(this, 1.6732632423543772848170429916717, 1.0507009873554804934193349852946, 1);

        public Tensor selu_() => Ops.Elu(this, 1.6732632423543772848170429916717, 1.0507009873554804934193349852946, 1, inPlace: true);

        public Tensor gelu() => Ops.Gelu(this);

        public Tensor gelu_() => Ops.Gelu(this, inPlace: true);

        public Tensor leaky_relu(Scalar negative_slope) => Ops.LeakyRelu(this, Given(negative_slope).Real);

        public Tensor leaky_relu_(Scalar negative_slope) => Ops.LeakyRelu(this, Given(negative_slope).Real, inPlace: true);

        public Tensor relu6() => Ops.Relu6(this);

        public Tensor relu6_() => Ops.Relu6(this, inPlace: true);

        public Tensor hardsigmoid() => Ops.HardSigmoid(this);

        public Tensor hardsigmoid_() => Ops.HardSigmoid(this, inPlace: true);

        public Tensor hardswish() => Ops.HardSwish(this);

        public Tensor hardswish_() => Ops.HardSwish(this, inPlace: true);

        public Tensor hardtanh(Scalar min, Scalar max) => Ops.HardTanh(this, Given(min), Given(max));

        public Tensor hardtanh_(Scalar min, Scalar max) => Ops.HardTanh(this, Given(min), Given(max), inPlace: true);

        public Tensor threshold(Scalar threshold, Scalar value) => Ops.Threshold(this, Given(threshold), Given(value));

        public Tensor threshold_(Scalar threshold, Scalar value) => Ops.Threshold(this, Given(threshold), Given(value), inPlace: true);

        public Tensor softplus(double beta = 1, double threshold = 20) => Ops.Softplus(this, beta, threshold);

        public Tensor log_sigmoid() => Ops.LogSigmoid(this);

        public Tensor rrelu(double lower = 1.0 / 8, double upper = 1.0 / 3) => nn.functional.rrelu(this, lower, upper);

        public Tensor rrelu_(double lower = 1.0 / 8, double upper = 1.0 / 3)
        {
            using var alias = nn.functional.rrelu(this, lower, upper, inplace: true);
            return this;
        }

        public Tensor prelu(Tensor target) => Ops.Prelu(this, Given(target));

        public Tensor glu(long dim = -1)
        {
            if (ndim == 0) throw new ExternalException("glu does not support 0-dimensional tensors");
            var n = Impl.Shape[Shapes.Dim(dim, Impl.Shape)];
            if (n % 2 != 0) throw new ExternalException($"glu: Halving dimension must be even, but dimension {dim} is size {n} in shape {Shapes.Text(Impl.Shape)}");
            return narrow(dim, 0, n / 2) * narrow(dim, n / 2, n / 2).sigmoid();
        }

        public Tensor softmax(long dim, ScalarType? dtype = null) => Ops.Softmax(dtype is { } type ? to_type(type) : this, dim);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Ops.LogSoftmax(dtype is { } type ? to_type(type) : this, dim);
    }
}
