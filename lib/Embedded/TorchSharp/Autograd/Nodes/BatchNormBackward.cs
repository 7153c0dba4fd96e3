namespace TorchSharp.Autograd;

/// <summary>Batch normalisation, through the batch's moments in training, past fixed ones in evaluation.</summary>
internal sealed class BatchNormBackward : Node
{
    private readonly bool _training;
    private readonly double _eps;
    private readonly SavedTensor _input;
    private readonly SavedTensor? _weight;
    private readonly SavedTensor? _bias;
    private readonly SavedTensor _mean;
    private readonly SavedTensor _invStd;

    public BatchNormBackward(bool training, double eps, Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor invStd) : base("NativeBatchNormBackward0", input, weight, bias)
    {
        _training = training;
        _eps = eps;
        _input = Save(input);
        _weight = SaveOptional(weight);
        _bias = SaveOptional(bias);
        _mean = Save(mean);
        _invStd = Save(invStd);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        if (GradMode.Enabled) return Derive(Composed, grads[0]!, _input.Get(), _weight?.Get(), _bias?.Get());
        var (dx, dw, db) = Ops.BatchNormGradient(_training, _input.Get(), grads[0]!, _weight?.Get(), _mean.Get(), _invStd.Get(), Needs(0), Needs(1), Needs(2));
        return [dx, dw, db];
    }

    // The function in tensor operations.
    private Tensor Composed(Tensor?[] inputs)
    {
        var x = inputs[0]!;
        long[] dims = [0, .. Enumerable.Range(2, (int)x.ndim - 2).Select(d => (long)d)];
        var wide = x.Impl.Shape.Select((size, d) => d == 1 ? size : 1).ToArray();
        Tensor result;
        if (_training)
        {
            var centred = x - x.mean(dims, keepdim: true);
            result = centred * ((centred * centred).mean(dims, keepdim: true) + _eps).rsqrt();
        }
        else
        {
            result = (x - _mean.Get().view(wide)) * _invStd.Get().view(wide);
        }
        if (inputs[1] is { } weight) result = result * weight.to_type(x.dtype).view(wide);
        if (inputs[2] is { } bias) result = result + bias.to_type(x.dtype).view(wide);
        return result;
    }
}
