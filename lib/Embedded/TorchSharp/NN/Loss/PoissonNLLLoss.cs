namespace TorchSharp.Modules;

/// <summary>Minus the log likelihood of counts under a Poisson distribution.</summary>
public sealed class PoissonNLLLoss : Loss<Tensor, Tensor, Tensor>
{
    public PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1e-8f, nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
        this.log_input = log_input;
        this.full = full;
        this.eps = eps;
    }

    public override Tensor forward(Tensor input, Tensor target)
        => nn.functional.poisson_nll_loss(input, target, log_input, full, eps, reduction);

    public bool log_input { get; }

    public bool full { get; }

    public float eps { get; }
}
