// The first check of any new net: can it learn a handful of pictures by heart? A net that cannot is wired wrongly
// (Karpathy 2019, A Recipe for Training Neural Networks).

using System.Globalization;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ConvNets.Training;

/// <summary>What came of learning a tiny set by heart.</summary>
/// <param name="Passed">Whether every picture is classified right and the loss fell below the bound.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="Loss">Last loss.</param>
/// <param name="Top1">Fraction right at the end, in training mode.</param>
public sealed record TinySetResult(bool Passed, int Steps, double Loss, double Top1)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Passed ? "Learned by heart" : "Not learned by heart")} in {Steps} steps: loss {Loss:0.0000}, {Top1:0%} right.{(Passed ? "" : " Look for a layer that is not registered, a missing nonlinearity or shortcut, labels that do not belong to their pictures, or a learning rate far off.")}");
}

/// <summary>Overfits a few pictures.</summary>
public static class OverfitTinySet
{
    /// <summary>Trains on one fixed batch until it is learned.</summary>
    /// <param name="model">Takes [N, C, H, W], gives logits [N, classes].</param>
    /// <param name="images">A handful of pictures, [N, C, H, W].</param>
    /// <param name="labels">Their classes, Int64 [N].</param>
    /// <param name="steps">Steps at most.</param>
    /// <param name="learningRate">Adam's rate.</param>
    /// <param name="loss">Bound of the mean cross-entropy.</param>
    /// <param name="seed">Seed of everything random in the steps.</param>
    public static TinySetResult Check(
        nn.Module<Tensor, Tensor> model, Tensor images, Tensor labels, int steps = 200, double learningRate = 1e-2, double loss = 0.05, int seed = 1)
    {
        manual_seed(seed);
        using var optimizer = new TrainingRecipe { Optimizer = OptimizerKind.Adam, LearningRate = learningRate, WeightDecay = 0 }.CreateOptimizer(model);
        model.train();
        double value = double.NaN, top1 = 0;
        for (var step = 1; step <= steps; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var logits = model.call(images);
            var current = F.cross_entropy(logits, labels);
            value = current.item<float>();
            top1 = (double)new Scores(logits, labels).CountRight() / labels.shape[0];
            if (!double.IsFinite(value))
            {
                throw new DivergedException(step, learningRate);
            }

            if (value < loss && top1 == 1)
            {
                return new TinySetResult(true, step - 1, value, top1);
            }

            current.backward();
            optimizer.step();
        }

        return new TinySetResult(false, steps, value, top1);
    }
}
