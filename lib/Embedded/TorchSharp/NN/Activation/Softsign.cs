namespace TorchSharp.Modules;

/// <summary>x / (1 + |x|).</summary>
public sealed class Softsign : ParameterLessModule<Tensor, Tensor>
{
    internal Softsign(bool inplace)
        : base(nameof(Softsign)) => this.inplace = inplace;

    public override Tensor forward(Tensor tensor) => nn.functional.softsign(tensor, inplace);

    public bool inplace { get; set; }
}
