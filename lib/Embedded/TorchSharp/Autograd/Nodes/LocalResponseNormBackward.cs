namespace TorchSharp.Autograd;

/// <summary>Local response normalisation.</summary>
internal sealed class LocalResponseNormBackward : Node
{
    private readonly long _size;
    private readonly double _alpha;
    private readonly double _beta;
    private readonly double _k;
    private readonly SavedTensor _input;
    private readonly SavedTensor _denominators;

    public LocalResponseNormBackward(long size, double alpha, double beta, double k, Tensor input, Tensor denominators) : base("LocalResponseNormBackward0", input)
    {
        (_size, _alpha, _beta, _k) = (size, alpha, beta, k);
        _input = Save(input);
        _denominators = Save(denominators);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads) => GradMode.Enabled
        ? Derive(Composed, grads[0]!, _input.Get())
        : [Ops.LocalResponseNormGradient(_size, _alpha, _beta, _input.Get(), grads[0]!, _denominators.Get())];

    // The function in tensor operations.
    private Tensor Composed(Tensor?[] inputs)
    {
        var x = inputs[0]!;
        var squares = Ops.Pad((x * x).flatten(2), [0, 0, _size / 2, (_size - 1) / 2]);
        var sums = squares.unfold(1, _size, 1).sum(-1).reshape(x.Impl.Shape);
        return x * (sums * (_alpha / _size) + _k).pow(-_beta);
    }
}
