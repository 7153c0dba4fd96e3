namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Losses of margins and distances.
        public static partial class functional
        {
            /// <summary>x where the target is 1, max(0, margin - x) where it is -1.</summary>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean)
            {
                _ = Fitting(input, target);
                using var scope = NewDisposeScope();
                var loss = (margin - input).clamp_min(0).masked_fill(target == 1, 0) + input.masked_fill(target == -1, 0);
                return Reduce(loss, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>log(1 + exp(-y x)) for targets y of 1 and -1.</summary>
            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                return Reduce(-logsigmoid(input * Fitting(input, target)), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>max(0, -y (x1 - x2) + margin) for targets y of 1 and -1.</summary>
            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                return Reduce((margin - target * (input1 - Fitting(input1, input2))).clamp_min(0), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>1 - cos where the target is 1, max(0, cos - margin) where it is -1: <c>[N, D]</c> and <c>[N]</c>.</summary>
            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean)
            {
                const double eps = 1e-12;
                if (!Given(input1).shape.AsSpan().SequenceEqual(Given(input2).shape))
                {
                    throw new ExternalException($"cosine_embedding_loss: expected two inputs of the same shape, but got {Shapes.Text(input1.shape)} and {Shapes.Text(input2.shape)}");
                }

                using var scope = NewDisposeScope();
                var squares = ((input1 * input1).sum(-1) + eps) * ((input2 * input2).sum(-1) + eps);
                var cos = (input1 * input2).sum(-1) / squares.sqrt();
                var loss = (1 - cos).masked_fill(target != 1, 0) + (cos - margin).clamp_min(0).masked_fill(target != -1, 0);
                return Reduce(loss, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>
            /// The sum over wrong classes of max(0, margin - x[right] + x[wrong])^p, divided by the number of classes:
            /// <c>[N, C]</c> and class numbers <c>[N]</c>.
            /// </summary>
            public static Tensor multi_margin_loss(Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                ArgumentNullException.ThrowIfNull(input);
                if (p is not (1 or 2))
                {
                    throw new ArgumentException("multi_margin_loss: only p == 1 and p == 2 supported");
                }

                using var scope = NewDisposeScope();
                var rows = input.ndim == 1 ? input.unsqueeze(0) : input;
                var right = Given(target).reshape(-1, 1);
                if (right.size(0) != rows.size(0))
                {
                    throw new ExternalException($"multi_margin_loss: inconsistent target size, expected {rows.size(0)} class numbers for an input of size {Shapes.Text(input.shape)}, but got {Shapes.Text(target.shape)}");
                }

                if (right.numel() > 0 && (right.min().ToInt64() < 0 || right.max().ToInt64() >= rows.size(1)))
                {
                    throw new ExternalException($"multi_margin_loss: target out of range: the classes are 0 to {rows.size(1) - 1} for an input of size {Shapes.Text(input.shape)}");
                }

                var short_by = (margin - rows.gather(1, right) + rows).clamp_min(0);
                if (p == 2)
                {
                    short_by = short_by.square();
                }

                if (weight is not null)
                {
                    short_by = short_by * weight.index_select(0, right.flatten()).view(-1, 1);
                }

                var wrong = one_hot(right.flatten(), rows.size(1)) == 0;
                var loss = (short_by * wrong.to(input.dtype)).sum(1) / (double)rows.size(1);
                return Reduce(input.ndim == 1 ? loss.squeeze(0) : loss, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>
            /// The sum over right and wrong classes of max(0, 1 - x[right] + x[wrong]), divided by the number of classes:
            /// <c>[N, C]</c>, and class numbers <c>[N, C]</c> of which those before the first -1 count.
            /// </summary>
            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean)
            {
                ArgumentNullException.ThrowIfNull(input);
                using var scope = NewDisposeScope();
                var rows = input.ndim == 1 ? input.unsqueeze(0) : input;
                var (batch, classes) = ((int)rows.size(0), (int)rows.size(1));
                var numbers = Given(target).reshape(batch, classes).data<long>().ToArray();
                var marks = new float[batch * classes];
                for (var row = 0; row < batch; row++)
                {
                    for (var i = 0; i < classes && numbers[row * classes + i] >= 0; i++)
                    {
                        var label = numbers[row * classes + i];
                        if (label >= classes)
                        {
                            throw new ExternalException($"multi_label_margin_loss: label {label} of row {row} is out of range for {classes} classes");
                        }

                        marks[row * classes + label]++;
                    }
                }

                var right = tensor(marks, [batch, classes]).to(input.dtype);
                var gaps = (1 - rows.unsqueeze(2) + rows.unsqueeze(1)).clamp_min(0);
                var loss = (gaps * right.unsqueeze(2) * right.eq(0).to(input.dtype).unsqueeze(1)).sum([1, 2]) / (double)classes;
                return Reduce(input.ndim == 1 ? loss.squeeze(0) : loss, reduction).MoveToOuterDisposeScope();
            }

            /// <summary>max(0, d(anchor, positive) - d(anchor, negative) + margin): <c>[N, D]</c> each.</summary>
            public static Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean)
                => triplet_margin_with_distance_loss(anchor, positive, negative, (a, b) => pairwise_distance(a, b, p, eps), margin, swap, reduction);

            /// <summary>The triplet loss with a distance of one's own; swap: the nearer of anchor and positive faces the negative.</summary>
            public static Tensor triplet_margin_with_distance_loss(Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                distance ??= (a, b) => pairwise_distance(a, b);
                var near = distance(anchor, positive);
                var far = distance(anchor, negative);
                if (swap)
                {
                    far = minimum(far, distance(positive, negative));
                }

                return Reduce((near - far + margin).clamp_min(0), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>The p-norm of x1 - x2 + eps over the last dimension.</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-6, bool keepdim = false)
            {
                using var scope = NewDisposeScope();
                return (input1 - Fitting(input1, input2) + eps).norm(-1, keepdim, (float)p).MoveToOuterDisposeScope();
            }

            /// <summary>The cosine of the angle between x1 and x2 along dim; norms count for no less than eps.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8)
            {
                _ = Fitting(x1, x2);
                using var scope = NewDisposeScope();
                var first = Given(x1) / x1.norm((int)dim, true).clamp_min(eps);
                var second = Given(x2) / x2.norm((int)dim, true).clamp_min(eps);
                return (first * second).sum(dim).MoveToOuterDisposeScope();
            }
        }
    }
}
