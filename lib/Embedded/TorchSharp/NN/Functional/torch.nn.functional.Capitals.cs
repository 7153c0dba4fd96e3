namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Some activations under the names of their modules too.
        public static partial class functional
        {
            public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => hardshrink(x, lambda);

            public static Tensor Hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) => hardtanh(x, min_val, max_val, inplace);

            public static Tensor Mish(Tensor x) => mish(x);

            public static Tensor SiLU(Tensor x, bool inplace = false) => silu(x, inplace);

            public static Tensor Softshrink(Tensor x, double lambda = 0.5) => softshrink(x, lambda);

            public static Tensor Softsign(Tensor x) => softsign(x);

            public static Tensor Tanhshrink(Tensor x) => tanhshrink(x);

            public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) => functional.threshold(x, threshold, value, inplace);
        }
    }
}
