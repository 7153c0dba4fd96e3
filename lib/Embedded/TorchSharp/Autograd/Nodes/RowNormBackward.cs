using TorchSharp.Kernels.Norm;

namespace TorchSharp.Autograd;

/// <summary>Group and layer normalisation, through the moments of each row.</summary>
internal sealed class RowNormBackward : Node
{
    private readonly RowNorm _rows;
    private readonly long[] _parameterShape;
    private readonly double _eps;
    private readonly SavedTensor _input;
    private readonly SavedTensor? _weight;
    private readonly SavedTensor? _bias;
    private readonly SavedTensor _mean;
    private readonly SavedTensor _invStd;
    private readonly long[]? _weightShape;
    private readonly long[]? _biasShape;

    public RowNormBackward(string op, RowNorm rows, long[] parameterShape, double eps, Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor invStd)
        : base(op == "group_norm" ? "NativeGroupNormBackward0" : "NativeLayerNormBackward0", input, weight, bias)
    {
        (_rows, _parameterShape, _eps) = (rows, parameterShape, eps);
        (_weightShape, _biasShape) = (weight?.Impl.Shape, bias?.Impl.Shape);
        _input = Save(input);
        _weight = SaveOptional(weight);
        _bias = SaveOptional(bias);
        _mean = Save(mean);
        _invStd = Save(invStd);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        if (GradMode.Enabled) return Derive(Composed, grads[0]!, _input.Get(), _weight?.Get(), _bias?.Get());
        var (dx, dw, db) = Ops.NormalizeRowsGradient(_rows, _input.Get(), grads[0]!, _weight?.Get(), _mean.Get(), _invStd.Get(),
            Needs(0), Needs(1) ? _weightShape : null, Needs(2) ? _biasShape : null);
        return [dx, dw, db];
    }

    // The function in tensor operations.
    private Tensor Composed(Tensor?[] inputs)
    {
        var x = inputs[0]!;
        var rows = x.reshape(_rows.Rows, _rows.Channels * _rows.Size);
        var centred = rows - rows.mean([1L], keepdim: true);
        var result = (centred * ((centred * centred).mean([1L], keepdim: true) + _eps).rsqrt()).view(x.Impl.Shape);
        if (inputs[1] is { } weight) result = result * weight.view(_parameterShape);
        if (inputs[2] is { } bias) result = result + bias.view(_parameterShape);
        return result;
    }
}
