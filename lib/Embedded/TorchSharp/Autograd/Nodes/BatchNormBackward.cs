namespace TorchSharp.Autograd;

/// <summary>Batch normalisation, through the batch's moments in training, past fixed ones in evaluation.</summary>
internal sealed class BatchNormBackward : Node
{
    private readonly bool _training;
    private readonly SavedTensor _input;
    private readonly SavedTensor? _weight;
    private readonly SavedTensor _mean;
    private readonly SavedTensor _invStd;

    public BatchNormBackward(bool training, Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor invStd) : base("NativeBatchNormBackward0", input, weight, bias)
    {
        _training = training;
        _input = Save(input);
        _weight = SaveOptional(weight);
        _mean = Save(mean);
        _invStd = Save(invStd);
    }

    protected internal override bool CanCreateGraph => false;

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var (dx, dw, db) = Ops.BatchNormGradient(_training, _input.Get(), grads[0]!, _weight?.Get(), _mean.Get(), _invStd.Get(), Needs(0), Needs(1), Needs(2));
        return [dx, dw, db];
    }
}
