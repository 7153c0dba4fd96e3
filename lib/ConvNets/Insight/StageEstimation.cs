// Unrolled iterative estimation: within a stage every block's output estimates the stage's output, and the errors have mean zero.
// Greff, Srivastava and Schmidhuber, 2017, "Highway and residual networks learn unrolled iterative estimation", section 3.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>The error of one block's output as an estimate of the stage's output.</summary>
/// <param name="Block">Position in the stage, from 0.</param>
/// <param name="Mean">Mean of the difference over units and samples.</param>
/// <param name="StandardDeviation">Its standard deviation.</param>
public sealed record EstimationError(int Block, double Mean, double StandardDeviation);

/// <summary>Measures stages.</summary>
public static class StageEstimation
{
    /// <summary>
    /// Errors of every block that gives the stage's final shape, for an input of the stage <c>[N, C, H, W]</c>.
    /// </summary>
    public static IReadOnlyList<EstimationError> Of(Sequential stage, Tensor input)
    {
        stage.eval();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var outputs = new List<Tensor>();
        var x = input;
        foreach (var (_, block) in stage.named_children())
            outputs.Add(x = ((Module<Tensor, Tensor>)block).call(x));
        var final = outputs[^1];
        return
        [
            .. outputs.Index().Where(output => output.Item.shape.SequenceEqual(final.shape)).Select(output =>
            {
                var error = output.Item - final;
                var mean = error.mean().ToDouble();
                return new EstimationError(output.Index, mean, Math.Sqrt(Math.Max(error.square().mean().ToDouble() - mean * mean, 0)));
            }),
        ];
    }
}
