namespace TorchSharp.Modules;

/// <summary>x, but 0 within lambda of 0.</summary>
public sealed class Hardshrink : ParameterLessModule<Tensor, Tensor>
{
    internal Hardshrink(double lambda)
        : base(nameof(Hardshrink)) => this.lambda = lambda;

    public override Tensor forward(Tensor tensor) => nn.functional.hardshrink(tensor, lambda);

    public double lambda { get; set; }
}
