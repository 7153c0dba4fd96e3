namespace TorchSharp.Core;

/// <summary>Equations with a triangular matrix, of which the other triangle is not read.</summary>
internal static partial class Ops
{
    /// <summary>X with A X = B, or X A = B where A stands right; unitriangular: the diagonal counts as ones.</summary>
    public static Tensor SolveTriangular(Tensor a, Tensor b, bool upper, bool left, bool unitriangular)
    {
        RequireMatrices("solve_triangular", a);
        RequireMatrices("solve_triangular", b);
        if (!left) return SolveTriangular(a.mT, b.mT, !upper, true, unitriangular).mT;
        var (n, columns) = (a.Impl.Shape[^1], b.Impl.Shape[^1]);
        if (a.Impl.Shape[^2] != n) throw new ExternalException($"linalg.solve_triangular: A must be batches of square matrices, but they are {a.Impl.Shape[^2]} by {n} matrices");
        if (b.Impl.Shape[^2] != n) throw new ExternalException($"linalg.solve_triangular: Incompatible shapes of A and B for the equation AX = B ({Shapes.Text(a.Impl.Shape)} and {Shapes.Text(b.Impl.Shape)})");
        var triangle = (upper, unitriangular) switch
        {
            (true, false) => a.triu(),
            (false, false) => a.tril(),
            (true, true) => a.triu(1) + eye(n, dtype: a.dtype),
            _ => a.tril(-1) + eye(n, dtype: a.dtype),
        };
        return Solve(triangle, b.expand([.. Shapes.Broadcast(Batch(a), Batch(b), "linalg.solve_triangular"), n, columns]));
    }

    /// <summary>X with L L^T X = B, or U^T U X = B.</summary>
    public static Tensor CholeskySolve(Tensor b, Tensor factor, bool upper)
    {
        var lower = upper ? factor.mT : factor;
        return SolveTriangular(lower.mT, SolveTriangular(lower, b, false, true, false), true, true, false);
    }
}
