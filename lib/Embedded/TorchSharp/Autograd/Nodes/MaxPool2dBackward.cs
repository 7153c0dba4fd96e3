namespace TorchSharp.Autograd;

/// <summary>Max pooling, plain or adaptive: the gradient goes to the maximum of each window.</summary>
internal sealed class MaxPool2dBackward : Node
{
    private readonly long[] _inputShape;
    private readonly SavedTensor _indices;

    public MaxPool2dBackward(string name, Tensor input, Tensor indices) : base(name, input)
    {
        _inputShape = input.Impl.Shape;
        _indices = Save(indices);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var grad = grads[0]!;
        var indices = _indices.Get();
        if (!GradMode.Needs(grad)) return [Ops.MaxPoolGradient(grad, indices, _inputShape)];
        var planes = Ops.Zeros([.. _inputShape[..^2], _inputShape[^2] * _inputShape[^1]], grad.dtype);
        return [planes.scatter_add_(-1, indices.flatten(-2), grad.flatten(-2)).view(_inputShape)];
    }
}
