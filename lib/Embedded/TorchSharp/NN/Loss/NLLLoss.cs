namespace TorchSharp.Modules;

/// <summary>Minus the log probability of the right class: <c>[N, C, ...]</c> and class numbers <c>[N, ...]</c>.</summary>
public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    public NLLLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : base(weight, reduction)
    {
    }

    public override Tensor forward(Tensor input, Tensor target)
        => nn.functional.nll_loss(input, target, weight, reduction);
}
