namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            // Minus the limit of SELU at minus infinity.
            private const double SeluLimit = 1.7580993408473766;

            /// <summary>Each element is 0 with probability p when training, the others grow by 1/(1 - p).</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                => Drop(Given(input), input.shape, p, training, inplace);

            /// <summary>Whole channels of <c>[N, C, L]</c> are 0 with probability p when training.</summary>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                => Drop(Given(input), Channels(input), p, training, inplace);

            /// <summary>Whole channels of <c>[N, C, H, W]</c> are 0 with probability p when training.</summary>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                => Drop(Given(input), Channels(input), p, training, inplace);

            /// <summary>Whole channels of <c>[N, C, D, H, W]</c> are 0 with probability p when training.</summary>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                => Drop(Given(input), Channels(input), p, training, inplace);

            /// <summary>Dropout that keeps mean and variance of SELU activations.</summary>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
                => AlphaDrop(Given(input), input.shape, p, training, inplace);

            /// <summary>Alpha dropout of whole channels.</summary>
            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
                => AlphaDrop(Given(input), Channels(input), p, training, inplace);

            private static Tensor Drop(Tensor input, long[] maskShape, double p, bool training, bool inplace)
            {
                CheckProbability(p);
                if (!training || p == 0 || input.NumberOfElements == 0)
                {
                    return input.alias();
                }

                if (!is_floating_point(input.dtype))
                {
                    throw new ExternalException($"dropout: expected a floating-point input, but got {input.dtype}; the kept elements grow by {1 / (1 - p)}.");
                }

                using var mask = Mask(input, maskShape, p, scaled: true);
                return inplace ? input.mul_(mask).alias() : input.mul(mask);
            }

            private static Tensor AlphaDrop(Tensor input, long[] maskShape, double p, bool training, bool inplace)
            {
                CheckProbability(p);
                if (!training || p == 0 || input.NumberOfElements == 0)
                {
                    return input.alias();
                }

                if (p == 1)
                {
                    return inplace ? input.mul_(0).alias() : input.mul(0);
                }

                // Dropped elements become the limit of SELU; scale and shift restore mean 0 and variance 1.
                var a = 1 / Math.Sqrt((SeluLimit * SeluLimit * p + 1) * (1 - p));
                using var scope = NewDisposeScope();
                var kept = Mask(input, maskShape, p, scaled: false);
                var shift = kept.sub(1).mul_(SeluLimit * a).add_(SeluLimit * a * p);
                kept.mul_(a);
                return (inplace ? input.mul_(kept).add_(shift).alias() : input.mul(kept).add(shift)).MoveToOuterDisposeScope();
            }

            // An element is kept with probability 1 - p.
            private static Tensor Mask(Tensor input, long[] shape, double p, bool scaled)
            {
                using var _ = no_grad();
                var mask = empty(shape, input.dtype, input.device);
                RandomFill.Bernoulli(mask, 1 - p, scaled && p < 1);
                return mask;
            }

            private static long[] Channels(Tensor input)
            {
                if (input.ndim < 2)
                {
                    throw new ExternalException($"Feature dropout requires at least 2 dimensions in the input, but got shape {Core.Shapes.Text(input.shape)}");
                }

                var shape = new long[input.ndim];
                Array.Fill(shape, 1);
                shape[0] = input.size(0);
                shape[1] = input.size(1);
                return shape;
            }

            private static void CheckProbability(double p)
            {
                if (p is not (>= 0 and <= 1))
                {
                    throw new ExternalException($"dropout probability has to be between 0 and 1, but got {p}");
                }
            }
        }
    }
}
