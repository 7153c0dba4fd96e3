using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>x Φ(x), exact or by the tanh approximation.</summary>
        public Tensor gelu(GELU.Approximate approximate) => approximate == GELU.Approximate.none ? gelu() : GeluByTanh();

        /// <summary>x Φ(x) in place, exact or by the tanh approximation.</summary>
        public Tensor gelu_(GELU.Approximate approximate)
        {
            if (approximate == GELU.Approximate.none)
            {
                return gelu_();
            }

            using var before = clone();
            using var result = before.GeluByTanh();
            return copy_(result);
        }

        private Tensor GeluByTanh()
        {
            using var gate = GeluGate();
            return mul(gate);
        }

        // (1 + tanh(sqrt(2/π) (x + 0.044715 x³))) / 2
        private Tensor GeluGate()
        {
            using var scope = NewDisposeScope();
            var inner = (this + pow(3) * 0.044715) * Math.Sqrt(2 / Math.PI);
            return ((inner.tanh() + 1) * 0.5).MoveToOuterDisposeScope();
        }
    }
}
