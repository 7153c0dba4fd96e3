namespace TorchSharp.Autograd;

/// <summary>Negative log likelihood.</summary>
internal sealed class NllLossBackward : Node
{
    private readonly long[] _inputShape;
    private readonly SavedTensor _target;
    private readonly SavedTensor? _weight;
    private readonly long _ignoreIndex;
    private readonly long _reduction;
    private readonly double _total;

    public NllLossBackward(Tensor input, Tensor target, Tensor? weight, long ignoreIndex, long reduction, double total) : base("NllLossBackward0", input)
    {
        _inputShape = input.Impl.Shape;
        _target = Save(target);
        _weight = SaveOptional(weight);
        (_ignoreIndex, _reduction, _total) = (ignoreIndex, reduction, total);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var grad = grads[0]!;
        return [GradMode.Needs(grad) ? Spread(grad) : Ops.NllLossGradient(grad, _target.Get(), _weight?.Get(), _inputShape, _ignoreIndex, _reduction, _total)];
    }

    // The gradient is linear in that of the loss: minus the weight of the class, at the place of the target.
    private Tensor Spread(Tensor grad)
    {
        var target = _target.Get().to_type(ScalarType.Int64);
        var counts = target.ne(_ignoreIndex);
        var classes = target.masked_fill(counts.logical_not(), 0);
        var weights = counts.to_type(grad.dtype);
        if (_weight?.Get() is { } weight) weights = weights * weight.index_select(0, classes.reshape(-1)).reshape(target.Impl.Shape);
        var shares = grad * weights * (_reduction == 1 ? -1 / _total : -1);
        var dim = _inputShape.Length == 1 ? 0 : 1;
        return Ops.Zeros(_inputShape, grad.dtype).scatter_add_(dim, classes.unsqueeze(dim), shares.unsqueeze(dim));
    }
}
