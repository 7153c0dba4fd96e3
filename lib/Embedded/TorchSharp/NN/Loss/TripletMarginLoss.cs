namespace TorchSharp.Modules;

/// <summary>max(0, d(anchor, positive) - d(anchor, negative) + margin) (V. Balntas and others, 2016, "Learning local feature descriptors with triplets").</summary>
public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    public TripletMarginLoss(double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
        this.margin = margin;
        this.p = p;
        this.eps = eps;
        this.swap = swap;
    }

    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative)
        => nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, eps, swap, reduction);

    public double margin { get; }

    public long p { get; }

    private double eps { get; }

    private bool swap { get; }
}
