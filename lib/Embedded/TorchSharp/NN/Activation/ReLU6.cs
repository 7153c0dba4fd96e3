namespace TorchSharp.Modules;

/// <summary>min(max(x, 0), 6).</summary>
public sealed class ReLU6 : ParameterLessModule<Tensor, Tensor>
{
    internal ReLU6(bool inplace)
        : base(nameof(ReLU6)) => this.inplace = inplace;

    public override Tensor forward(Tensor tensor) => nn.functional.relu6(tensor, inplace);

    public bool inplace { get; set; }
}
