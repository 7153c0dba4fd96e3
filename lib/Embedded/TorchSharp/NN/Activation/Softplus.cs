namespace TorchSharp.Modules;

/// <summary>log(1 + exp(beta x)) / beta; x itself where beta x is above threshold.</summary>
public sealed class Softplus : ParameterLessModule<Tensor, Tensor>
{
    internal Softplus(double beta, double threshold)
        : base(nameof(Softplus))
    {
        this.beta = beta;
        this.threshold = threshold;
    }

    public override Tensor forward(Tensor tensor) => nn.functional.softplus(tensor, beta, threshold);

    public double beta { get; set; }

    public double threshold { get; set; }
}
