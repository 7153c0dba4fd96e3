namespace TorchSharp.Modules;

/// <summary>x where positive, else alpha (exp(x) - 1) (D.-A. Clevert and others, 2016, "Fast and accurate deep network learning by exponential linear units").</summary>
public sealed class ELU : ParameterLessModule<Tensor, Tensor>
{
    internal ELU(double alpha, bool inplace)
        : base(nameof(ELU))
    {
        this.alpha = alpha;
        this.inplace = inplace;
    }

    public override Tensor forward(Tensor tensor) => nn.functional.elu(tensor, alpha, inplace);

    public double alpha { get; set; }

    public bool inplace { get; set; }
}
