namespace TorchSharp.Modules;

/// <summary>A leaky ReLU whose slope is drawn from [lower, upper) for each element in training, and is their mean otherwise.</summary>
public sealed class RReLU : ParameterLessModule<Tensor, Tensor>
{
    internal RReLU(double lower, double upper, bool inplace)
        : base(nameof(RReLU))
    {
        this.lower = lower;
        this.upper = upper;
        this.inplace = inplace;
    }

    public override Tensor forward(Tensor tensor) => nn.functional.rrelu(tensor, lower, upper, training, inplace);

    public double lower { get; set; }

    public double upper { get; set; }

    public bool inplace { get; set; }
}
