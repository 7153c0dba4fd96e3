namespace TorchSharp.Modules;

/// <summary>x sigmoid(x), also called swish (P. Ramachandran and others, 2017, "Searching for activation functions").</summary>
public sealed class SiLU : ParameterLessModule<Tensor, Tensor>
{
    internal SiLU(bool inplace)
        : base(nameof(SiLU)) => this.inplace = inplace;

    public override Tensor forward(Tensor tensor) => nn.functional.silu(tensor, inplace);

    public bool inplace { get; set; }
}
