namespace TorchSharp.Modules;

/// <summary>x moved towards 0 by lambda, 0 within it.</summary>
public sealed class Softshrink : ParameterLessModule<Tensor, Tensor>
{
    internal Softshrink(double lambda)
        : base(nameof(Softshrink)) => this.lambda = lambda;

    public override Tensor forward(Tensor tensor) => nn.functional.softshrink(tensor, lambda);

    public double lambda { get; set; }
}
