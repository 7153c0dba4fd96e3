namespace TorchSharp.Modules;

/// <summary>x - tanh(x).</summary>
public sealed class Tanhshrink : ParameterLessModule<Tensor, Tensor>
{
    internal Tanhshrink(bool inplace)
        : base(nameof(Tanhshrink)) => this.inplace = inplace;

    public override Tensor forward(Tensor tensor) => nn.functional.tanhshrink(tensor, inplace);

    public bool inplace { get; set; }
}
