namespace TorchSharp.Modules;

/// <summary>The self-normalising ELU (G. Klambauer and others, 2017, "Self-normalizing neural networks").</summary>
public sealed class SELU : ParameterLessModule<Tensor, Tensor>
{
    internal SELU(bool inplace)
        : base(nameof(SELU)) => this.inplace = inplace;

    public override Tensor forward(Tensor tensor) => nn.functional.selu(tensor, inplace);

    public bool inplace { get; set; }
}
