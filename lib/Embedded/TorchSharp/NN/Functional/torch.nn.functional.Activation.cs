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

            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? x.silu_().alias() : x.silu();

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? x.sigmoid_().alias() : x.sigmoid();

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_().alias() : x.tanh();

            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var tanh = x.tanh();
                return inplace ? x.sub_(tanh).alias() : x.sub(tanh);
            }

            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var size = x.abs();
                using var divisor = size.add(1);
                return inplace ? x.div_(divisor).alias() : x.div(divisor);
            }

            public static Tensor glu(Tensor input, long dim = -1)
            {
                if (input.size((int)dim) % 2 != 0)
                {
                    throw new ArgumentException($"Halving dimension must be even, but dimension {dim} is size {input.size((int)dim)}");
                }

                using var scope = NewDisposeScope();
                var halves = input.chunk(2, dim);
                return halves[0].mul(halves[1].sigmoid()).MoveToOuterDisposeScope();
            }

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Ops.Softmax(Converted(input, dtype), dim);

            public static Tensor softmax2d(Tensor x) => softmax(x, -3);

            public static Tensor softmin(Tensor x, long dim)
            {
                using var minus = x.neg();
                return softmax(minus, dim);
            }

            public static Tensor log_softmax(Tensor x, long dim) => Ops.LogSoftmax(x, dim);

            private static Tensor Converted(Tensor input, ScalarType? dtype)
                => dtype is { } type && type != input.dtype ? input.to(type) : input;
        }
    }
}
