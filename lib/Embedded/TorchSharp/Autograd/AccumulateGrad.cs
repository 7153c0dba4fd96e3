
namespace TorchSharp.Autograd;

/// <summary>The end of the graph: adds what arrives to the gradient of a leaf.</summary>
internal sealed class AccumulateGrad : Node
{
    private TensorImpl? _leaf;

    private AccumulateGrad(TensorImpl leaf) : base("AccumulateGrad")
    {
        leaf.Hold();
        _leaf = leaf;
        Sequence = long.MaxValue;
    }

    public TensorImpl Leaf => _leaf!;

    /// <summary>The one accumulator of a leaf; every use of the leaf leads to it, so hooks see the whole gradient.</summary>
    public static AccumulateGrad For(TensorImpl leaf) => leaf.Accumulator ??= new AccumulateGrad(leaf);

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        if (grads[0] is { } grad) Accumulate(Leaf, grad);
        return [];
    }

    /// <summary>Adds to the gradient: takes a buffer that nobody else uses as it is, else copies; later ones add in place.</summary>
    public static void Accumulate(TensorImpl leaf, Tensor grad)
    {
        if (leaf.Grad is { } old)
        {
            if (!GradMode.Enabled)
            {
                using var target = Tensor.Sharing(old);
                target.add_(grad);
                return;
            }
            using var handle = Tensor.Sharing(old);
            var sum = handle + grad;
            Replace(leaf, sum);
            return;
        }
        Replace(leaf, grad.Impl.IsUnique && grad.Impl.IsContiguous ? grad : grad.clone());
    }

    protected override void OnFree()
    {
        var leaf = _leaf;
        if (leaf is null) return;
        _leaf = null;
        leaf.Accumulator = null;
        leaf.Release();
    }

    private static void Replace(TensorImpl leaf, Tensor grad)
    {
        var old = leaf.Grad;
        grad.Impl.Hold();
        leaf.Grad = grad.Impl;
        old?.Release();
    }
}
