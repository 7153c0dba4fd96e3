// The two losses on unlabelled target pictures: their predictions should be sure, and their features spread as the source's.
// Long, Zhu, Wang and Jordan, 2016, "Unsupervised domain adaptation with residual transfer networks", equations 3 to 6.
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Layers;

/// <summary>Losses of domain adaptation.</summary>
public static class DomainLosses
{
    /// <summary>The mean entropy of predictions, in nats, from logits <c>[N, K]</c>.</summary>
    public static Tensor Entropy(Tensor logits)
    {
        using var scope = NewDisposeScope();
        var log = functional.log_softmax(logits, 1);
        return (-(log.exp() * log).sum([1]).mean()).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// The squared maximum mean discrepancy of two samples <c>[N, d]</c> and <c>[M, d]</c>, biased, with the kernel
    /// exp(-|x - y|^2 / (2 width^2)). The paper's formula prints a plus before the cross term, which is minus twice its mean.
    /// </summary>
    public static Tensor Mmd(Tensor source, Tensor target, double width = 1)
    {
        using var scope = NewDisposeScope();
        Tensor Kernel(Tensor a, Tensor b) => ((a.unsqueeze(1) - b.unsqueeze(0)).square().sum([2]) * (-0.5 / (width * width))).exp().mean();
        return (Kernel(source, source) + Kernel(target, target) - 2 * Kernel(source, target)).MoveToOuterDisposeScope();
    }

    /// <summary>The tensor product of two feature layers, <c>[N, a]</c> and <c>[N, b]</c> to <c>[N, a b]</c>, which the discrepancy compares.</summary>
    public static Tensor TensorProduct(Tensor a, Tensor b)
    {
        using var scope = NewDisposeScope();
        return (a.unsqueeze(2) * b.unsqueeze(1)).flatten(1).MoveToOuterDisposeScope();
    }

    /// <summary>The learning rate at progress p from 0 to 1: 0.01 / (1 + 10 p)^0.75.</summary>
    public static double LearningRate(double progress, double initial = 0.01) => initial / Math.Pow(1 + 10 * progress, 0.75);
}
