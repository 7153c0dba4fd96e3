using TorchSharp.Kernels.Optim;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Helpers on the parameters of a model.</summary>
        public static partial class utils
        {
            /// <summary>
            /// Scales all gradients so that their norm, taken as one vector, is no more than max_norm; returns the norm before
            /// (R. Pascanu, T. Mikolov and Y. Bengio, 2013, "On the difficulty of training recurrent neural networks").
            /// </summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2.0)
            {
                var gradients = Gradients(tensors);
                var norm = 0.0;
                foreach (var gradient in gradients)
                {
                    var power = Power(gradient, norm_type);
                    norm = double.IsPositiveInfinity(norm_type) ? Math.Max(norm, power) : norm + power;
                }

                if (!double.IsPositiveInfinity(norm_type))
                {
                    norm = norm_type == 2 ? Math.Sqrt(norm) : Math.Pow(norm, 1 / norm_type);
                }

                var scale = max_norm / (norm + 1e-6);
                using var _ = no_grad();
                foreach (var gradient in gradients)
                {
                    // A norm that is NaN spoils every gradient, as in PyTorch: the step that follows shows it.
                    if (!(scale >= 1))
                    {
                        gradient.mul_(scale);
                    }

                    gradient.Dispose();
                }

                return norm;
            }

            /// <summary>Cuts the elements of all gradients to [-clip_value, clip_value].</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var _ = no_grad();
                foreach (var gradient in Gradients(tensors))
                {
                    gradient.clamp_(-clip_value, clip_value);
                    gradient.Dispose();
                }
            }

            private static List<Tensor> Gradients(IEnumerable<Parameter> parameters)
                => [.. parameters.Select(parameter => parameter.grad).OfType<Tensor>()];

            private static unsafe double Power(Tensor gradient, double p)
            {
                using var wide = Ops.IsHalf(gradient) ? gradient.to_type(ScalarType.Float32) : gradient.alias();
                using var dense = wide.contiguous();
                return dense.dtype switch
                {
                    ScalarType.Float32 => GradientNorm.Power(dense.Pointer<float>(), dense.NumberOfElements, p),
                    ScalarType.Float64 => GradientNorm.Power(dense.Pointer<double>(), dense.NumberOfElements, p),
                    _ => throw new ExternalException($"clip_grad_norm_ needs floating-point gradients, but got {dense.dtype}."),
                };
            }
        }
    }
}
