namespace TorchSharp.Modules;

/// <summary>x tanh(softplus(x)) (D. Misra, 2019, "Mish: a self regularized non-monotonic activation function").</summary>
public sealed class Mish : ParameterLessModule<Tensor, Tensor>
{
    internal Mish(bool inplace)
        : base(nameof(Mish)) => this.inplace = inplace;

    public override Tensor forward(Tensor tensor) => nn.functional.mish(tensor, inplace);

    public bool inplace { get; set; }
}
