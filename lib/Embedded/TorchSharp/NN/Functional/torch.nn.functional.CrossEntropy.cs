namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Losses of classification: scores or log probabilities [N, C, ...], or [C] for a single example.
        public static partial class functional
        {
            /// <summary>
            /// The cross-entropy of class scores <c>[N, C, ...]</c> and a target: class numbers <c>[N, ...]</c> (int64), or
            /// probabilities of the shape of the scores. The mean is over the weights of the targets that are not ignored.
            /// Label smoothing: C. Szegedy and others, 2016, "Rethinking the Inception architecture".
            /// </summary>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0.0)
            {
                ArgumentNullException.ThrowIfNull(input);
                if (label_smoothing is not (>= 0 and <= 1))
                {
                    throw new ExternalException($"cross_entropy: label_smoothing must be between 0.0 and 1.0. Got: {label_smoothing}");
                }

                var classes = input.ndim == 1 ? 0 : 1;
                if (is_floating_point(Given(target).dtype))
                {
                    if (ignore_index >= 0)
                    {
                        throw new ExternalException($"cross_entropy: ignore_index is not supported for floating point target, but is {ignore_index} for class probabilities of shape {Core.Shapes.Text(target.shape)}");
                    }

                    return AgainstProbabilities(input, target, weight, classes, reduction, label_smoothing);
                }

                if (label_smoothing > 0)
                {
                    return Smoothed(input, target, weight, classes, ignore_index, reduction, label_smoothing);
                }

                return Ops.CrossEntropy(input, target, weight, ignore_index, (long)reduction);
            }

            /// <summary>Minus the log probability of the right class: <c>[N, C, ...]</c> and class numbers <c>[N, ...]</c>.</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
                => Ops.NllLoss(Given(input), Given(target), weight, -100, (long)reduction);

            /// <summary>The cross-entropy of probabilities and targets in [0, 1]; logarithms stop at -100.</summary>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var loss = Losses.BinaryCrossEntropy.Apply(Given(input), Given(target));
                return Reduce(weight is null ? loss : loss * weight, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>The cross-entropy of scores (before the sigmoid) and targets in [0, 1].</summary>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                using var scope = NewDisposeScope();

                // (1 - y) x + (1 + (p - 1) y) log(1 + exp(-x))
                if (!Given(input).shape.AsSpan().SequenceEqual(Given(target).shape))
                {
                    throw new ExternalException($"binary_cross_entropy_with_logits: Target size ({Core.Shapes.Text(target.shape)}) must be the same as input size ({Core.Shapes.Text(input.shape)})");
                }

                var loss = logsigmoid(input);
                if (pos_weights is not null)
                {
                    loss = loss * ((pos_weights - 1) * target + 1);
                }

                loss = (1 - target) * input - loss;
                return Reduce(weight is null ? loss : loss * weight, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>The mean over classes of the cross-entropies of scores and targets in [0, 1]: <c>[N, C]</c>.</summary>
            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var loss = -(target * logsigmoid(input) + (1 - target) * logsigmoid(-input));
                return Reduce((weight is null ? loss : loss * weight).mean([-1]), reduction).MoveToOuterDisposeScope();
            }

            private static Tensor AgainstProbabilities(Tensor input, Tensor target, Tensor? weight, int classes, Reduction reduction, double smoothing)
            {
                if (!input.shape.AsSpan().SequenceEqual(target.shape))
                {
                    throw new ExternalException($"cross_entropy: a target of type {target.dtype} holds class probabilities and needs the shape of the input, {Core.Shapes.Text(input.shape)}, but has {Core.Shapes.Text(target.shape)}; class numbers are Int64");
                }

                using var scope = NewDisposeScope();
                var count = input.size(classes);
                if (smoothing > 0)
                {
                    target = target * (1 - smoothing) + smoothing / count;
                }

                var terms = Ops.LogSoftmax(input, classes) * target;
                if (weight is not null)
                {
                    terms = terms * weight.view(AlongClasses(input, classes));
                }

                var loss = reduction switch
                {
                    Reduction.Mean => -terms.sum() / (input.NumberOfElements == 0 ? 0.0 : input.NumberOfElements / count),
                    Reduction.Sum => -terms.sum(),
                    _ => -terms.sum(classes),
                };
                return loss.MoveToOuterDisposeScope();
            }

            private static Tensor Smoothed(Tensor input, Tensor target, Tensor? weight, int classes, long ignore_index, Reduction reduction, double smoothing)
            {
                using var scope = NewDisposeScope();
                var logs = Ops.LogSoftmax(input, classes);
                var right = Ops.NllLoss(logs, target, weight, ignore_index, (long)reduction);
                var ignored = target == ignore_index;
                var weighted = weight is null ? logs : logs * weight.view(AlongClasses(input, classes));
                var all = where(ignored, zeros_like(ignored, logs.dtype), -weighted.sum(classes));
                if (reduction == Reduction.Sum)
                {
                    all = all.sum();
                }
                else if (reduction == Reduction.Mean)
                {
                    // The weights of the targets that count: what the loss sums up when every log probability is -1.
                    var kept = Ops.NllLoss(full(logs.shape, -1, logs.dtype), target, weight, ignore_index, (long)Reduction.Sum);
                    all = all.sum() / kept;
                }

                return (right * (1 - smoothing) + all * (smoothing / input.size(classes))).MoveToOuterDisposeScope();
            }

            private static long[] AlongClasses(Tensor input, int classes)
            {
                var shape = new long[input.ndim];
                Array.Fill(shape, 1);
                shape[classes] = input.size(classes);
                return shape;
            }

            private static Tensor Reduce(Tensor loss, Reduction reduction)
                => reduction switch
                {
                    Reduction.Mean => loss.mean(),
                    Reduction.Sum => loss.sum(),
                    _ => loss,
                };
        }
    }
}
