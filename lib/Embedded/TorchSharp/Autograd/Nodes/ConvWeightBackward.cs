using TorchSharp.Kernels.Conv;

namespace TorchSharp.Autograd;

/// <summary>
/// dw = the weight gradient of a convolution, from its input x and output gradient g: linear in both, so that its own
/// gradients are the input gradient and the forward pass with the gradient of dw as the weight.
/// </summary>
internal sealed class ConvWeightBackward : Node
{
    private readonly ConvShape _shape;
    private readonly SavedTensor? _input;
    private readonly SavedTensor? _grad;

    public ConvWeightBackward(in ConvShape shape, Tensor input, Tensor grad) : base("ConvolutionBackwardBackward0", input, grad)
    {
        _shape = shape;
        if (Needs(1)) _input = Save(input);
        if (Needs(0)) _grad = Save(grad);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads) =>
    [
        Needs(0) ? Ops.ConvInput(_shape, _grad!.Get(), grads[0]!) : null,
        Needs(1) ? Ops.Conv(_shape, _input!.Get(), grads[0]!) : null,
    ];
}
