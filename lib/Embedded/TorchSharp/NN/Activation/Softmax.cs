namespace TorchSharp.Modules;

/// <summary>exp(x) over its sum along dim.</summary>
public sealed class Softmax : ParameterLessModule<Tensor, Tensor>
{
    internal Softmax(long dim)
        : base(nameof(Softmax)) => this.dim = dim;

    public override Tensor forward(Tensor tensor) => nn.functional.softmax(tensor, dim);

    public long dim { get; set; }
}
