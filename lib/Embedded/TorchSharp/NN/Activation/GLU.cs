namespace TorchSharp.Modules;

/// <summary>One half of dimension dim times the sigmoid of the other (Y. Dauphin and others, 2017, "Language modeling with gated convolutional networks").</summary>
public sealed class GLU : ParameterLessModule<Tensor, Tensor>
{
    internal GLU(long dim)
        : base(nameof(GLU)) => this.dim = dim;

    public override Tensor forward(Tensor tensor) => nn.functional.glu(tensor, dim);

    public long dim { get; set; }
}
