// Tests a net in evaluation mode, without gradients, batch by batch.

using ConvNets.Data;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ConvNets.Training;

/// <summary>Measures a classifier.</summary>
public static class Evaluate
{
    /// <summary>Tests on every picture of a loader.</summary>
    /// <param name="model">Takes [N, C, H, W], gives logits [N, classes]; its training mode is restored.</param>
    /// <param name="loader">The pictures, without augmentation.</param>
    /// <param name="token">Stops between two batches.</param>
    public static Evaluation On(nn.Module<Tensor, Tensor> model, BatchLoader loader, CancellationToken token = default)
    {
        var training = model.training;
        var classes = loader.Set.Classes.Count;
        var confusion = new long[classes, classes];
        long count = 0, right1 = 0, right5 = 0;
        var loss = 0.0;
        model.eval();
        try
        {
            using var _ = no_grad();
            foreach (var batch in loader.Epoch(0, token))
            {
                token.ThrowIfCancellationRequested();
                using (batch)
                using (NewDisposeScope())
                {
                    var logits = model.call(batch.Images);
                    loss += F.cross_entropy(logits, batch.Labels, reduction: nn.Reduction.Sum).item<float>();
                    var scores = new Scores(logits, batch.Labels);
                    for (var row = 0; row < scores.Count; row++)
                    {
                        var rank = scores.Rank(row);
                        right1 += rank == 0 ? 1 : 0;
                        right5 += rank < 5 ? 1 : 0;
                        if (scores.Best(row) is var best && best < classes)
                        {
                            confusion[scores.Label(row), best]++;
                        }
                    }

                    count += scores.Count;
                }
            }
        }
        finally
        {
            model.train(training);
        }

        return new Evaluation(count, loss / count, (double)right1 / count, (double)right5 / count, confusion, loader.Set.Classes);
    }
}
