namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>The Moore-Penrose inverse by singular values; those that are at most the larger of atol and rtol times the largest count as zero.</summary>
    public static Tensor PseudoInverse(Tensor x, double? atol, double? rtol)
    {
        RequireMatrices("pinv", x);
        var result = Value();
        // Golub and Pereyra (1973): the differential of an inverse of constant rank.
        return GradMode.Needs(x) ? UnaryBackward.OfInput("LinalgPinvBackward0", x, (g, a) =>
        {
            var p = PseudoInverse(a, atol, rtol);
            var (right, left) = (g.mT.matmul(p).matmul(p.mT), p.mT.matmul(p).matmul(g.mT));
            return right - a.matmul(p.matmul(right)) + left - left.matmul(p).matmul(a) - p.mT.matmul(g).matmul(p.mT);
        }).Attach(result) : result;

        Tensor Value()
        {
            using var mode = new GradModeGuard(false);
            var (u, s, vh) = Svd(x, full: false);
            var inverse = Where(s.gt(RankLimit(x, s, atol, rtol)), s.reciprocal(), 0.0);
            return vh.mT.matmul(inverse.unsqueeze(-1) * u.mT);
        }
    }

    /// <summary>The number of singular values that count.</summary>
    public static Tensor Rank(Tensor x, double? atol, double? rtol)
    {
        RequireMatrices("matrix_rank", x);
        using var mode = new GradModeGuard(false);
        var s = Svd(x, full: false).S;
        return s.gt(RankLimit(x, s, atol, rtol)).sum(-1);
    }

    private static Tensor RankLimit(Tensor x, Tensor s, double? atol, double? rtol)
    {
        var epsilon = x.dtype == ScalarType.Float64 ? double.BitIncrement(1) - 1 : float.BitIncrement(1) - 1;
        var relative = rtol ?? (atol is > 0 ? 0 : Math.Max(x.size(-2), x.size(-1)) * epsilon);
        return (s.amax([-1], keepdim: true) * relative).clamp_min(atol ?? 0);
    }

    /// <summary>The shortest x that minimises |a x - b|, by the Moore-Penrose inverse, and the rank of a.</summary>
    public static (Tensor Solution, Tensor Rank) LeastSquares(Tensor a, Tensor b, double? rcond)
    {
        RequireMatrices("lstsq", a);
        if (a.dtype != b.dtype) throw new ExternalException($"linalg.lstsq: Expected input and other to have the same dtype, but got {Dtypes.CppName(a.dtype)} and {Dtypes.CppName(b.dtype)}");
        var vector = b.ndim == a.ndim - 1 && b.Impl.Shape.AsSpan().SequenceEqual(a.Impl.Shape.AsSpan()[..^1]);
        if (!vector && (b.ndim != a.ndim || b.Impl.Shape[^2] != a.Impl.Shape[^2]))
            throw new ExternalException($"linalg.lstsq: other must have the rows of input, but input is {Shapes.Text(a.Impl.Shape)} and other {Shapes.Text(b.Impl.Shape)}");
        var inverse = PseudoInverse(a, null, rcond);
        return (vector ? inverse.matmul(b.unsqueeze(-1)).squeeze(-1) : inverse.matmul(b), Rank(a, null, rcond));
    }
}
