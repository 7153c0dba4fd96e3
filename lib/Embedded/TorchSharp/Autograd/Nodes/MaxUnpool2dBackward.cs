namespace TorchSharp.Autograd;

/// <summary>Max unpooling: each value gets the gradient of the place it went to.</summary>
internal sealed class MaxUnpool2dBackward : Node
{
    private readonly SavedTensor _indices;

    public MaxUnpool2dBackward(Tensor input, Tensor indices) : base("MaxUnpool2DBackward0", input) => _indices = Save(indices);

    protected internal override bool CanCreateGraph => false;

    protected internal override Tensor?[] Backward(Tensor?[] grads) => [Ops.MaxUnpoolGradient(grads[0]!, _indices.Get())];
}
