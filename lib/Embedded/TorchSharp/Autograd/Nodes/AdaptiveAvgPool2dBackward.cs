namespace TorchSharp.Autograd;

/// <summary>Adaptive average pooling.</summary>
internal sealed class AdaptiveAvgPool2dBackward(Tensor input, long[] size) : Node("AdaptiveAvgPool2DBackward0", input)
{
    private readonly long[] _inputShape = input.Impl.Shape;

    protected internal override bool CanCreateGraph => false;

    protected internal override Tensor?[] Backward(Tensor?[] grads) => [Ops.AdaptiveAvgPoolGradient(grads[0]!, _inputShape, size)];
}
