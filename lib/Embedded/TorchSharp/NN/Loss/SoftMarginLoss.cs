namespace TorchSharp.Modules;

/// <summary>log(1 + exp(-y x)) for targets y of 1 and -1.</summary>
public sealed class SoftMarginLoss : Loss<Tensor, Tensor, Tensor>
{
    public SoftMarginLoss(nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
    }

    public override Tensor forward(Tensor input, Tensor target)
        => nn.functional.soft_margin_loss(input, target, reduction);
}
