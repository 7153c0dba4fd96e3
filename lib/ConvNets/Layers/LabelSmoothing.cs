// Label smoothing: a target that gives every class a little.
// Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, 2016, "Rethinking the Inception architecture", section 7.
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Layers;

/// <summary>q(i) = (1 - e) [i = y] + e / K.</summary>
public static class LabelSmoothing
{
    /// <summary>The mean cross-entropy with smoothed labels, from logits <c>[N, K]</c> and labels <c>[N]</c>.</summary>
    public static Tensor Loss(Tensor logits, Tensor labels, double epsilon = 0.1)
    {
        using var scope = NewDisposeScope();
        var log = functional.log_softmax(logits, 1);
        var hard = -log.gather(1, labels.unsqueeze(1)).mean();
        var uniform = -log.mean();
        return ((1 - epsilon) * hard + epsilon * uniform).MoveToOuterDisposeScope();
    }

    /// <summary>The probability that a smoothed target gives to the label and to each other class.</summary>
    public static (double Label, double Other) Target(long classes, double epsilon = 0.1) => (1 - epsilon + epsilon / classes, epsilon / classes);

    /// <summary>The least value that the loss can take: the entropy of the target.</summary>
    public static double Minimum(long classes, double epsilon = 0.1)
    {
        var (label, other) = Target(classes, epsilon);
        return -label * Math.Log(label) - (classes - 1) * other * Math.Log(other);
    }
}
