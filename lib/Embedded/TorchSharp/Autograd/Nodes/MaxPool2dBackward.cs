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

    protected internal override bool CanCreateGraph => false;

    protected internal override Tensor?[] Backward(Tensor?[] grads) => [Ops.MaxPoolGradient(grads[0]!, _indices.Get(), _inputShape)];
}
