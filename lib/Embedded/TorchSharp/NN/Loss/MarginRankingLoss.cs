namespace TorchSharp.Modules;

/// <summary>max(0, -y (x1 - x2) + margin) for targets y of 1 and -1.</summary>
public sealed class MarginRankingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    public MarginRankingLoss(double margin = 0.0, nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
        this.margin = margin;
    }

    public override Tensor forward(Tensor input1, Tensor input2, Tensor target)
        => nn.functional.margin_ranking_loss(input1, input2, target, margin, reduction);

    public double margin { get; }
}
