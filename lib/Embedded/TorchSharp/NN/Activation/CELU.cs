namespace TorchSharp.Modules;

/// <summary>max(0, x) + min(0, alpha (exp(x / alpha) - 1)) (J. Barron, 2017, "Continuously differentiable exponential linear units").</summary>
public sealed class CELU : ParameterLessModule<Tensor, Tensor>
{
    internal CELU(double alpha, bool inplace)
        : base(nameof(CELU))
    {
        this.alpha = alpha;
        this.inplace = inplace;
    }

    public override Tensor forward(Tensor tensor) => nn.functional.celu(tensor, alpha, inplace);

    public double alpha { get; set; }

    public bool inplace { get; set; }
}
