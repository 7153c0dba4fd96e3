namespace TorchSharp.Autograd;

/// <summary>Elements packed by a mask, or unpacked: each is the gradient of the other.</summary>
internal sealed class MaskedBackward : Node
{
    private readonly bool _packed;
    private readonly SavedTensor _mask;

    public MaskedBackward(string name, Tensor input, Tensor mask, bool packed) : base(name, input)
    {
        _packed = packed;
        // A copy, as the caller may write to the mask before the gradient comes.
        using var copy = Ops.CloneContiguous(mask);
        _mask = Save(copy);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads) =>
        [_packed ? Ops.MaskedSpread(grads[0]!, _mask.Get()) : Ops.MaskedSelect(Name, grads[0]!, _mask.Get())];
}
