using TorchSharp.Kernels.Conv;

namespace TorchSharp.Autograd;

/// <summary>y = conv_transpose2d(x, w) + b: the roles of input and output are those of the convolution, exchanged.</summary>
internal sealed class ConvTranspose2dBackward : Node
{
    private readonly ConvShape _shape;
    private readonly SavedTensor? _input;
    private readonly SavedTensor? _weight;

    public ConvTranspose2dBackward(in ConvShape shape, Tensor input, Tensor weight, Tensor? bias) : base("ConvolutionBackward0", input, weight, bias)
    {
        _shape = shape;
        if (Needs(1)) _input = Save(input);
        if (Needs(0)) _weight = Save(weight);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        using var grad = grads[0]!.contiguous();
        return
        [
            Needs(0) ? Ops.Conv(_shape, grad, _weight!.Get()) : null,
            Needs(1) ? Ops.ConvWeight(_shape, grad, _input!.Get()) : null,
            Needs(2) ? Ops.BiasGradient(grad) : null,
        ];
    }
}
