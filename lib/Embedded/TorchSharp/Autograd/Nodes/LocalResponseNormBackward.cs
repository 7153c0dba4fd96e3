namespace TorchSharp.Autograd;

/// <summary>Local response normalisation.</summary>
internal sealed class LocalResponseNormBackward : Node
{
    private readonly long _size;
    private readonly double _alpha;
    private readonly double _beta;
    private readonly SavedTensor _input;
    private readonly SavedTensor _denominators;

    public LocalResponseNormBackward(long size, double alpha, double beta, Tensor input, Tensor denominators) : base("LocalResponseNormBackward0", input)
    {
        (_size, _alpha, _beta) = (size, alpha, beta);
        _input = Save(input);
        _denominators = Save(denominators);
    }

    protected internal override bool CanCreateGraph => false;

    protected internal override Tensor?[] Backward(Tensor?[] grads) =>
        [Ops.LocalResponseNormGradient(_size, _alpha, _beta, _input.Get(), grads[0]!, _denominators.Get())];
}
