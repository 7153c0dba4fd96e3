namespace TorchSharp.Autograd;

/// <summary>Eigenvalues and eigenvectors of symmetric matrices.</summary>
internal sealed class EighBackward : Node
{
    private readonly SavedTensor _values;
    private readonly SavedTensor _vectors;

    public EighBackward(Tensor x, Tensor values, Tensor vectors) : base("LinalgEighBackward0", x)
    {
        _values = SaveOutput(values);
        _vectors = SaveOutput(vectors, 1);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var (w, v) = (_values.Get(), _vectors.Get());
        var inner = grads[0] is { } gw ? gw.diag_embed() : torch.zeros_like(v);
        if (grads[1] is { } gv)
        {
            var gap = w.unsqueeze(-2) - w.unsqueeze(-1);
            var inverse = Ops.Where(gap.detach().eq(0), 0.0, gap.reciprocal());
            inner = inner + inverse * v.mT.matmul(gv);
        }
        var grad = v.matmul(inner).matmul(v.mT);
        return [(grad + grad.mT) * 0.5];
    }
}
