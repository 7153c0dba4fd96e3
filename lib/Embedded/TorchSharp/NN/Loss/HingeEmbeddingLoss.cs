namespace TorchSharp.Modules;

/// <summary>x where the target is 1, max(0, margin - x) where it is -1.</summary>
public sealed class HingeEmbeddingLoss : Loss<Tensor, Tensor, Tensor>
{
    public HingeEmbeddingLoss(double margin = 0.0, nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
        this.margin = margin;
    }

    public override Tensor forward(Tensor input, Tensor target)
        => nn.functional.hinge_embedding_loss(input, target, margin, reduction);

    public double margin { get; }
}
