// Tests a net in evaluation mode, without gradients, batch by batch.

using ConvNets.Data;
using static TorchSharp.torch;

namespace ConvNets.Training;

/// <summary>Measures a classifier.</summary>
public static class Evaluate
{
    /// <summary>
    /// Tests on every picture of a loader. Where the loader makes several views of a picture (five, ten or more crops), their softmaxes
    /// are averaged; averages over scales and nets are those of <see cref="Predictions"/>.
    /// </summary>
    /// <param name="model">Takes [N, C, H, W], gives logits [N, classes]; its training mode is restored.</param>
    /// <param name="loader">The pictures, without augmentation.</param>
    /// <param name="token">Stops between two batches.</param>
    public static Evaluation On(nn.Module<Tensor, Tensor> model, BatchLoader loader, CancellationToken token = default)
    {
        var training = model.training;
        var tally = new Tally(loader.Set.Classes);
        model.eval();
        using var place = Compute.Lend(model);
        try
        {
            using var _ = no_grad();
            foreach (var batch in loader.Epoch(0, token))
            {
                token.ThrowIfCancellationRequested();
                using (batch)
                using (NewDisposeScope())
                {
                    var logits = model.call(batch.Bring(model).Images).cpu();
                    if (logits.shape[0] != batch.Count)
                    {
                        logits = Predictions.OverViews(nn.functional.softmax(logits, 1), batch.Count).clamp_min(float.Epsilon).log();
                    }

                    tally.Add(logits, batch.Labels);
                }
            }
        }
        finally
        {
            model.train(training);
        }

        return tally.Result();
    }
}
