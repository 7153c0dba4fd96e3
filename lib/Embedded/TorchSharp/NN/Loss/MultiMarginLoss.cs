namespace TorchSharp.Modules;

/// <summary>The margins by which wrong classes come too near the right one: <c>[N, C]</c> and class numbers <c>[N]</c>.</summary>
public sealed class MultiMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    public MultiMarginLoss(int p = 1, double margin = 1.0, Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean)
        : base(weight, reduction)
    {
        this.p = p;
        this.margin = margin;
    }

    public override Tensor forward(Tensor input, Tensor target)
        => nn.functional.multi_margin_loss(input, target, p, margin, weight, reduction);

    public int p { get; }

    public double margin { get; }
}
