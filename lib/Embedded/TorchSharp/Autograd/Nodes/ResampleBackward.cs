namespace TorchSharp.Autograd;

/// <summary>Resampling: gradients flow back along the same weights.</summary>
internal sealed class ResampleBackward(Tensor input, ResampleGrid grid) : Node("UpsampleBackward0", input)
{
    private readonly long[] _inputShape = input.Impl.Shape;

    protected internal override bool CanCreateGraph => false;

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        using var grad = Ops.RowMajor(grads[0]!);
        var dx = Tensor.Allocate(_inputShape, grad.dtype);
        grid.Run(dx, grad, backward: true);
        return [dx];
    }
}
