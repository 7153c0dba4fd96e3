using System.Runtime.CompilerServices;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Losses of regression and of distributions. Input and target have the same shape or broadcast.
        public static partial class functional
        {
            /// <summary>The square of the difference.</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                return Reduce(Ops.SquaredError("mse_loss", input, Fitting(input, target)), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>The absolute value of the difference.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                return Reduce((input - Fitting(input, target)).abs(), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>The absolute difference, but a parabola within beta of 0.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0)
            {
                if (beta < 0)
                {
                    throw new ArgumentException("smooth_l1_loss does not support negative values for beta.");
                }

                if (beta == 0)
                {
                    return l1_loss(input, target, reduction);
                }

                using var scope = NewDisposeScope();
                return Reduce(Ops.Huber("smooth_l1_loss", input, Fitting(input, target), beta, beta), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>Half the square of the difference, but linear beyond delta.</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean)
            {
                if (delta <= 0)
                {
                    throw new ArgumentException("huber_loss does not support non-positive values for delta.");
                }

                using var scope = NewDisposeScope();
                return Reduce(Ops.Huber("huber_loss", input, Fitting(input, target), delta, 1), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>target (log target - input) for log probabilities; log_target: the target is a logarithm too.</summary>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean)
            {
                _ = Fitting(input, target);
                using var scope = NewDisposeScope();
                var loss = log_target
                    ? target.exp() * (target - input)
                    : target.xlogy(target) - target * input;
                return Reduce(loss, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>Minus the log likelihood of counts under Poisson distributions; full adds Stirling's term.</summary>
            public static Tensor poisson_nll_loss(Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean)
            {
                _ = Fitting(input, target);
                using var scope = NewDisposeScope();
                var loss = log_input ? input.exp() - target * input : input - target * (input + eps).log();
                if (full)
                {
                    var stirling = target * target.log() - target + 0.5 * (2 * Math.PI * target).log();
                    loss = loss + stirling.masked_fill(target <= 1, 0);
                }

                return Reduce(loss, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>Minus the log likelihood of targets under normal distributions; full adds log(2 pi) / 2.</summary>
            public static Tensor gaussian_nll_loss(Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f, Reduction reduction = Reduction.Mean)
            {
                _ = Fitting(input, target);
                using var scope = NewDisposeScope();
                if ((Given(variance) < 0).any().ToBoolean())
                {
                    throw new ArgumentException("gaussian_nll_loss: variance has negative entry/entries");
                }

                // The floor of the variance takes no part in the gradient.
                var spread = variance.clone();
                using (no_grad())
                {
                    spread.clamp_min_(eps);
                }

                var loss = 0.5 * (spread.log() + (input - target).square() / spread);
                if (full)
                {
                    loss = loss + 0.5 * Math.Log(2 * Math.PI);
                }

                return Reduce(loss, reduction).MoveToOuterDisposeScope();
            }

            // The target, if input and target broadcast; the loss is named by its caller.
            private static Tensor Fitting(Tensor input, Tensor target, [CallerMemberName] string operation = "")
            {
                _ = Shapes.Broadcast(Given(input).Impl.Shape, Given(target).Impl.Shape, operation);
                return target;
            }
        }
    }
}
