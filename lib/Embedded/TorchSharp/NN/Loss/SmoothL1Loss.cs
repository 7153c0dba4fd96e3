namespace TorchSharp.Modules;

/// <summary>The absolute difference, but a parabola within beta (R. Girshick, 2015, "Fast R-CNN").</summary>
public sealed class SmoothL1Loss : Loss<Tensor, Tensor, Tensor>
{
    public SmoothL1Loss(nn.Reduction reduction = nn.Reduction.Mean, double beta = 1.0)
        : base(reduction)
    {
        this.beta = beta;
    }

    public override Tensor forward(Tensor input, Tensor target)
        => nn.functional.smooth_l1_loss(input, target, reduction, beta);

    public double beta { get; }
}
