namespace TorchSharp.Modules;

/// <summary>max(x, 0) (V. Nair and G. Hinton, 2010, "Rectified linear units improve restricted Boltzmann machines").</summary>
public sealed class ReLU : ParameterLessModule<Tensor, Tensor>
{
    internal ReLU(bool inplace)
        : base(nameof(ReLU)) => this.inplace = inplace;

    public override Tensor forward(Tensor tensor) => nn.functional.relu(tensor, inplace);

    public bool inplace { get; set; }
}
