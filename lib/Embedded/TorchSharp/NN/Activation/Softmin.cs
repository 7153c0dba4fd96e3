namespace TorchSharp.Modules;

/// <summary>The softmax of -x along dim.</summary>
public sealed class Softmin : ParameterLessModule<Tensor, Tensor>
{
    internal Softmin(long dim)
        : base(nameof(Softmin)) => this.dim = dim;

    public override Tensor forward(Tensor tensor) => nn.functional.softmin(tensor, dim);

    public long dim { get; set; }
}
