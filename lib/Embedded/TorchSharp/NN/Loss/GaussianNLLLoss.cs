namespace TorchSharp.Modules;

/// <summary>Minus the log likelihood of targets under normal distributions.</summary>
public sealed class GaussianNLLLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    public GaussianNLLLoss(bool full = false, float eps = 1e-8f, nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
        this.full = full;
        this.eps = eps;
    }

    public override Tensor forward(Tensor input, Tensor target, Tensor variance)
        => nn.functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);

    public bool full { get; }

    public float eps { get; }
}
