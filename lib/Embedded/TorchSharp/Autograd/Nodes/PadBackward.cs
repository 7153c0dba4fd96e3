namespace TorchSharp.Autograd;

/// <summary>Padding: what an element was copied to adds up.</summary>
internal sealed class PadBackward(Tensor input, long planes, long h, long w, PadMap map) : Node("PadBackward0", input)
{
    private readonly long[] _inputShape = input.Impl.Shape;

    protected internal override bool CanCreateGraph => false;

    protected internal override Tensor?[] Backward(Tensor?[] grads) => [Ops.PadGradient(grads[0]!, _inputShape, planes, h, w, map)];
}
