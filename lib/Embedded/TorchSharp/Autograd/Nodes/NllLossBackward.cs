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

    protected internal override bool CanCreateGraph => false;

    protected internal override Tensor?[] Backward(Tensor?[] grads) =>
        [Ops.NllLossGradient(grads[0]!, _target.Get(), _weight?.Get(), _inputShape, _ignoreIndex, _reduction, _total)];
}
