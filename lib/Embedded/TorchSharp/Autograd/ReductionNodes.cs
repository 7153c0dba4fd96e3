namespace TorchSharp.Autograd;

/// <summary>y = scale * the sum of x over dimensions.</summary>
internal sealed class SumBackward(string name, Tensor x, bool[] mask, double scale) : Node(name, x)
{
    private readonly long[] _shape = x.Impl.Shape;

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var grad = scale == 1 ? grads[0]! : grads[0]! * scale;
        var wide = grad.reshape(Ops.ReducedShape(_shape, mask, keepdim: true));
        return [wide.expand((ReadOnlySpan<long>)_shape)];
    }
}
