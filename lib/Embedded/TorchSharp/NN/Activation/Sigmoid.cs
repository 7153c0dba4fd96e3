namespace TorchSharp.Modules;

/// <summary>1 / (1 + exp(-x)).</summary>
public sealed class Sigmoid : ParameterLessModule<Tensor, Tensor>
{
    internal Sigmoid(bool inplace)
        : base(nameof(Sigmoid)) => this.inplace = inplace;

    public override Tensor forward(Tensor tensor) => nn.functional.sigmoid(tensor, inplace);

    public bool inplace { get; set; }
}
