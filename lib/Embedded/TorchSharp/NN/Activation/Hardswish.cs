namespace TorchSharp.Modules;

/// <summary>x times the hard sigmoid (A. Howard and others, 2019, "Searching for MobileNetV3").</summary>
public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
{
    internal Hardswish(bool inplace)
        : base(nameof(Hardswish)) => this.inplace = inplace;

    public override Tensor forward(Tensor tensor) => nn.functional.hardswish(tensor, inplace);

    public bool inplace { get; set; }
}
