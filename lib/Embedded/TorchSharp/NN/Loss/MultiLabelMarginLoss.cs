namespace TorchSharp.Modules;

/// <summary>The margins by which wrong classes come too near the right ones: <c>[N, C]</c>, and class numbers <c>[N, C]</c> up to the first -1.</summary>
public sealed class MultiLabelMarginLoss : Loss<Tensor, Tensor, Tensor>
{
    public MultiLabelMarginLoss(nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
    }

    public override Tensor forward(Tensor input, Tensor target)
        => nn.functional.multi_label_margin_loss(input, target, reduction);
}
