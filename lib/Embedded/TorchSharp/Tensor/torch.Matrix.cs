namespace TorchSharp;

/// <summary>How cdist computes; this engine always sums the differences.</summary>
public enum compute_mode
{
    use_mm_for_euclid_dist_if_necessary = 0,
    use_mm_for_euclid_dist = 1,
    donot_use_mm_for_euclid_dist = 2,
}

public static partial class torch
{
    /// <summary>Einstein summation, as in "bij,bjk->bik".</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors) => Ops.Einsum(equation, Given(tensors));

    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2)
    {
        if (dims < 0 || dims > Given(a).ndim || dims > Given(b).ndim) throw new ExternalException($"tensordot expects dims >= 0 and at most the number of dimensions, but got dims={dims}");
        return Ops.TensorDot(a, b, [.. Enumerable.Range(0, (int)dims).Select(d => a.ndim - dims + d)], [.. Enumerable.Range(0, (int)dims).Select(d => (long)d)]);
    }

    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => Ops.TensorDot(a, b, Given(dims1), Given(dims2));

    public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) => Given(a).tensordot(Given(b), dims);

    /// <summary>Distances between all rows of two batches of vectors.</summary>
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2.0, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary)
    {
        if (Given(x1).ndim < 2 || Given(x2).ndim < 2) throw new ExternalException("cdist only supports at least 2D tensors");
        if (x1.size(-1) != x2.size(-1)) throw new ExternalException($"cdist: X1 and X2 must have the same number of columns. X1: {x1.size(-1)} X2: {x2.size(-1)}");
        if (p < 0) throw new ExternalException("cdist only supports non-negative p values");
        return Ops.Norm(x1.unsqueeze(-2) - x2.unsqueeze(-3), p, [-1], false);
    }

    public static Tensor cartesian_prod(params Tensor[] tensors) =>
        Given(tensors).Length == 1 ? tensors[0].alias() : stack(meshgrid(tensors).Select(t => t.reshape(-1)), 1);

    public static Tensor cartesian_prod(IList<Tensor> tensors) => cartesian_prod(Given(tensors).ToArray());

    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => cartesian_prod(tensors.ToArray());

    public static Tensor cross(Tensor input, Tensor other, long dim = -1)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(other);
        if (input.size((int)dim) != 3 || other.size((int)dim) != 3) throw new ExternalException($"linalg.cross: inputs dimension {dim} must have length 3. Got {input.size((int)dim)} and {other.size((int)dim)}");
        var (a, b) = (input.unbind(dim), other.unbind(dim));
        return stack([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]], dim);
    }
}
