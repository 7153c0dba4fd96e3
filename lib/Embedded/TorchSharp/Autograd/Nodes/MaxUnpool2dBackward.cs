namespace TorchSharp.Autograd;

/// <summary>Max unpooling: each value gets the gradient of the place it went to.</summary>
internal sealed class MaxUnpool2dBackward : Node
{
    private readonly SavedTensor _indices;

    public MaxUnpool2dBackward(Tensor input, Tensor indices) : base("MaxUnpool2DBackward0", input) => _indices = Save(indices);

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var grad = grads[0]!;
        var indices = _indices.Get();
        return [GradMode.Needs(grad) ? grad.flatten(-2).gather(-1, indices.flatten(-2)).view(indices.Impl.Shape) : Ops.MaxUnpoolGradient(grad, indices)];
    }
}
