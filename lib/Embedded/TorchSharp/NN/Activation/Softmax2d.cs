namespace TorchSharp.Modules;

/// <summary>The softmax over the channels of [N, C, H, W] or [C, H, W].</summary>
public sealed class Softmax2d : ParameterLessModule<Tensor, Tensor>
{
    internal Softmax2d()
        : base(nameof(Softmax2d))
    {
    }

    public override Tensor forward(Tensor tensor) => nn.functional.softmax2d(tensor);
}
