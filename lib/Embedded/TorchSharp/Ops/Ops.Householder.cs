using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Orthogonal matrices as products of Householder's reflections I - tau v v^T, the vectors v standing below the diagonal of a matrix.</summary>
internal static partial class Ops
{
    /// <summary>R on and above the diagonal, the vectors of the reflections below; and their factors.</summary>
    public static (Tensor Packed, Tensor Tau) Reflections(Tensor x)
    {
        RequireMatrices("geqrf", x);
        if (GradMode.Needs(x)) throw NoDerivative("geqrf");
        var (m, n) = ((int)x.Impl.Shape[^2], (int)x.Impl.Shape[^1]);
        var matrices = Matrices("geqrf", x, square: false);
        var factors = matrices.Select(a => LinearAlgebra.Householder(a, m, n)).ToArray();
        return (Joined(matrices, x.dtype, x.Impl.Shape), Joined(factors, x.dtype, [.. Batch(x), Math.Min(m, n)]));
    }

    /// <summary>The product of the reflections, or its transpose, times b.</summary>
    public static Tensor Reflect(string op, Tensor vectors, Tensor tau, Tensor b, bool transpose)
    {
        RequireMatrices(op, vectors);
        RequireMatrices(op, b);
        var (m, k) = (vectors.Impl.Shape[^2], tau.ndim == 0 ? -1 : tau.Impl.Shape[^1]);
        if (tau.ndim != vectors.ndim - 1 || k > vectors.Impl.Shape[^1] || k > m || !tau.Impl.Shape.AsSpan()[..^1].SequenceEqual(Batch(vectors)))
            throw new ExternalException($"{op}: expected a factor for each of at most {Math.Min(m, vectors.Impl.Shape[^1])} columns, tau having one dimension less than the input, but got tau {Shapes.Text(tau.Impl.Shape)} for input {Shapes.Text(vectors.Impl.Shape)}");
        if (b.Impl.Shape[^2] != m) throw new ExternalException($"{op}: the vectors have {m} elements, but the matrix that they reflect has shape {Shapes.Text(b.Impl.Shape)}");
        for (long step = 0; step < k; step++)
        {
            var i = transpose ? step : k - 1 - step;
            var v = vectors.narrow(-1, i, 1).tril(-i - 1) + eye(m, 1, dtype: vectors.dtype).roll(i, 0);
            b = b - tau.narrow(-1, i, 1).unsqueeze(-1) * v.matmul(v.mT.matmul(b));
        }
        return b;
    }
}
