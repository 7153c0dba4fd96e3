namespace TorchSharp.Autograd;

/// <summary>x = Q R, as many columns in Q as in R (Seeger et al., 2017, "Auto-Differentiating Linear Algebra").</summary>
internal sealed class QrBackward : Node
{
    private readonly SavedTensor _q;
    private readonly SavedTensor _r;

    public QrBackward(Tensor x, Tensor q, Tensor r) : base("LinalgQrBackward0", x)
    {
        _q = SaveOutput(q);
        _r = SaveOutput(r, 1);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var (q, r) = (_q.Get(), _r.Get());
        var (gq, gr) = (grads[0] ?? torch.zeros_like(q), grads[1] ?? torch.zeros_like(r));
        var m = r.matmul(gr.mT) - gq.mT.matmul(q);
        var symmetric = m.tril() + m.tril(-1).mT;
        return [Ops.SolveTriangular(r.mT, gq + q.matmul(symmetric), upper: false, left: false, unitriangular: false)];
    }
}

/// <summary>x = U diag(S) Vh with at least as many rows as columns; equal singular values have no share in the gradient of the vectors.</summary>
internal sealed class SvdBackward : Node
{
    private readonly SavedTensor _u;
    private readonly SavedTensor _s;
    private readonly SavedTensor _vh;

    public SvdBackward(Tensor x, Tensor u, Tensor s, Tensor vh) : base("LinalgSvdBackward0", x)
    {
        _u = SaveOutput(u);
        _s = SaveOutput(s, 1);
        _vh = SaveOutput(vh, 2);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var (u, s, vh) = (_u.Get(), _s.Get(), _vh.Get());
        var gap = (s * s).unsqueeze(-2) - (s * s).unsqueeze(-1);
        using var same = gap.detach().eq(0);
        var inverse = Ops.Where(same, 0.0, Ops.Where(same, 1.0, gap).reciprocal());
        var inner = grads[1] is { } gs ? gs.diag_embed() : torch.zeros_like(vh);
        if (grads[0] is { } gu)
        {
            var turn = u.mT.matmul(gu);
            inner = inner + inverse * (turn - turn.mT) * s.unsqueeze(-2);
        }
        if (grads[2] is { } gvh)
        {
            var turn = vh.matmul(gvh.mT);
            inner = inner + s.unsqueeze(-1) * (inverse * (turn - turn.mT));
        }
        var grad = u.matmul(inner).matmul(vh);
        if (grads[0] is { } tall && u.size(-2) > u.size(-1))
        {
            var scaled = tall / s.unsqueeze(-2);
            grad = grad + (scaled - u.matmul(u.mT.matmul(scaled))).matmul(vh);
        }
        return [grad];
    }
}
