namespace TorchSharp.Autograd;

/// <summary>y = x W^T + b: dx = dy W, dW = dy^T x, db = the sum of dy over its rows.</summary>
internal sealed class LinearBackward : Node
{
    private readonly long[] _inputShape;
    private readonly SavedTensor? _input;
    private readonly SavedTensor? _weight;

    public LinearBackward(Tensor input, Tensor weight, Tensor? bias) : base("AddmmBackward0", input, weight, bias)
    {
        _inputShape = input.Impl.Shape;
        if (Needs(1)) _input = Save(input);
        if (Needs(0)) _weight = Save(weight);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var grad = grads[0]!;
        var count = Shapes.Count(_inputShape.AsSpan()[..^1]);
        var rows = grad.reshape(count, grad.Impl.Shape[^1]);
        return
        [
            Needs(0) ? Ops.Mm(rows, _weight!.Get()).view(_inputShape) : null,
            Needs(1) ? Ops.Mm(rows.t(), _input!.Get().reshape(count, _inputShape[^1])) : null,
            Needs(2) ? Ops.BiasGradient(rows) : null,
        ];
    }
}
