namespace TorchSharp.Modules;

/// <summary>The mean over classes of the cross-entropies of scores and targets in [0, 1].</summary>
public sealed class MultiLabelSoftMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    public MultiLabelSoftMarginLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : base(weight, reduction)
    {
    }

    public override Tensor forward(Tensor input, Tensor target)
        => nn.functional.multilabel_soft_margin_loss(input, target, weight, reduction);
}
