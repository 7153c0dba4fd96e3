using TorchSharp.Kernels.Pool;

namespace TorchSharp.Autograd;

/// <summary>Average pooling: every element of a window gets an equal share.</summary>
internal sealed class AvgPool2dBackward(PoolShape shape, bool countIncludePad, long? divisor, Tensor input) : Node("AvgPool2DBackward0", input)
{
    private readonly long[] _inputShape = input.Impl.Shape;

    protected internal override bool CanCreateGraph => false;

    protected internal override Tensor?[] Backward(Tensor?[] grads) => [Ops.AvgPoolGradient(shape, countIncludePad, divisor, grads[0]!, _inputShape)];
}
