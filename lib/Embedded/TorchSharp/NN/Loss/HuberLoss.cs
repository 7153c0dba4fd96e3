namespace TorchSharp.Modules;

/// <summary>Half the square of the difference, but linear beyond delta (P. Huber, 1964, "Robust estimation of a location parameter").</summary>
public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
{
    public HuberLoss(double delta = 1.0, nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
        this.delta = delta;
    }

    public override Tensor forward(Tensor input, Tensor target)
        => nn.functional.huber_loss(input, target, delta, reduction);

    public double delta { get; }
}
