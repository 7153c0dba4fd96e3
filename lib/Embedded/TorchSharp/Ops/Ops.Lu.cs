using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Factors P L U of matrices [.., m, n], kept in one matrix, with LAPACK's pivots: the rows, from 1, that changed places in turn.</summary>
internal static partial class Ops
{
    public static (Tensor Factors, Tensor Pivots, Tensor Info) Lu(Tensor x, bool pivot)
    {
        if (!pivot) throw new ExternalException("linalg.lu_factor: LU without pivoting is not implemented on the CPU");
        RequireMatrices("lu_factor", x);
        var (m, n) = ((int)x.Impl.Shape[^2], (int)x.Impl.Shape[^1]);
        var k = Math.Min(m, n);
        var matrices = Matrices("lu_factor", x, square: false);
        var rows = matrices.Select(_ => new int[k]).ToArray();
        var zeros = matrices.Select((a, i) => LinearAlgebra.Lu(a, m, n, rows[i]).Zero).ToArray();
        var factors = Joined(matrices, x.dtype, x.Impl.Shape);
        var pivots = Factory.Of<int>(rows.SelectMany(r => r.Select(row => row + 1)).ToArray(), [.. Batch(x), k], ScalarType.Int32, null, false);
        var info = Factory.Of<int>(zeros, Batch(x), ScalarType.Int32, null, false);
        if (!GradMode.Needs(x)) return (factors, pivots, info);
        // The square block in the corner is differentiated; the rows below or the columns beside it follow from it.
        var ordered = Permutation(pivots, m, x.dtype).mT.matmul(x);
        var corner = ordered.narrow(-2, 0, k).narrow(-1, 0, k);
        var block = factors.narrow(-2, 0, k).narrow(-1, 0, k).contiguous();
        block = UnaryBackward.OfOutput("LinalgLuFactorExBackward0", corner, block, LuGradient).Attach(block);
        if (m > n) return (Cat([block, SolveTriangular(block, ordered.narrow(-2, k, m - k), true, false, false)], -2), pivots, info);
        if (m < n) return (Cat([block, SolveTriangular(block, ordered.narrow(-1, k, n - k), false, true, true)], -1), pivots, info);
        return (block, pivots, info);
    }

    private static Tensor LuGradient(Tensor grad, Tensor factors)
    {
        var lower = factors.tril(-1) + eye(factors.size(-1), dtype: factors.dtype);
        var inner = lower.mT.matmul(grad.tril(-1)).tril(-1) + grad.triu().matmul(factors.triu().mT).triu();
        return SolveTriangular(factors.mT, SolveTriangular(lower.mT, inner, true, true, true), false, false, false);
    }

    /// <summary>The matrices P [.., m, m] with P L U = A that the pivots [.., k] describe.</summary>
    public static Tensor Permutation(Tensor pivots, int m, ScalarType dtype)
    {
        if (pivots.dtype != ScalarType.Int32) throw new ExternalException($"lu_unpack: LU_pivots is expected to be a contiguous tensor of torch.int32 dtype, but got {Dtypes.CppName(pivots.dtype)}");
        if (pivots.ndim == 0) throw new ExternalException("lu_unpack: LU_pivots must have at least 1 dimension, but has none");
        var k = (int)pivots.Impl.Shape[^1];
        var all = pivots.contiguous().data<int>().ToArray();
        var count = k == 0 ? (int)Shapes.Count(pivots.Impl.Shape[..^1]) : all.Length / k;
        var result = new double[(long)count * m * m];
        for (var b = 0; b < count; b++)
        {
            var rows = Enumerable.Range(0, m).ToArray();
            for (var i = 0; i < k; i++)
            {
                var other = all[b * k + i] - 1;
                if (other < 0 || other >= m || i >= m) throw new ExternalException($"lu_unpack: pivots must lie between 1 and {m}, the number of rows, but one is {other + 1}");
                (rows[i], rows[other]) = (rows[other], rows[i]);
            }
            for (var i = 0; i < m; i++) result[((long)b * m + rows[i]) * m + i] = 1;
        }
        return Factory.Of<double>(result, [.. pivots.Impl.Shape[..^1], m, m], dtype, null, false);
    }

    /// <summary>L [.., m, k] and U [.., k, n].</summary>
    public static (Tensor L, Tensor U) LowerAndUpper(Tensor factors)
    {
        RequireMatrices("lu_unpack", factors);
        var (m, n) = (factors.Impl.Shape[^2], factors.Impl.Shape[^1]);
        var k = Math.Min(m, n);
        return (factors.narrow(-1, 0, k).tril(-1) + eye(m, k, dtype: factors.dtype), factors.narrow(-2, 0, k).triu());
    }

    /// <summary>X with A X = B (left) or X A = B, A or, adjoint, its transpose being given by its factors.</summary>
    public static Tensor LuSolve(Tensor factors, Tensor pivots, Tensor b, bool left, bool adjoint)
    {
        RequireMatrices("lu_solve", factors);
        RequireMatrices("lu_solve", b);
        if (!left) return LuSolve(factors, pivots, b.mT, true, !adjoint).mT;
        var n = (int)factors.Impl.Shape[^1];
        if (factors.Impl.Shape[^2] != n) throw new ExternalException($"linalg.lu_solve: LU must be batches of square matrices, but they are {factors.Impl.Shape[^2]} by {n} matrices");
        var order = Permutation(pivots, n, factors.dtype);
        return adjoint
            ? order.matmul(SolveTriangular(factors.mT, SolveTriangular(factors.mT, b, false, true, false), true, true, true))
            : SolveTriangular(factors, SolveTriangular(factors, order.mT.matmul(b), false, true, true), true, true, false);
    }
}
