using TorchSharp.Kernels;

namespace TorchSharp.Core;

/// <summary>Factors, inverses and solutions that tell by a number whether they exist, instead of an exception.</summary>
internal static partial class Ops
{
    /// <summary>L, and 0 or the order of the first leading minor that is not positive. Where there is no L, it is NaN.</summary>
    public static (Tensor L, Tensor Info) CholeskyWithInfo(Tensor x, bool check)
    {
        var n = (int)Matrix("cholesky_ex", x);
        var info = InfoOf(Matrices("cholesky", x, square: true).Select(a => LinearAlgebra.Cholesky(a, n)), x);
        return check ? (Cholesky(x), info) : (WhereGood(info, x, Cholesky), info);
    }

    /// <summary>The inverse, and 0 or the place of the first pivot that is zero. Where there is no inverse, it is NaN.</summary>
    public static (Tensor Inverse, Tensor Info) InverseWithInfo(Tensor x, bool check)
    {
        var info = ZeroPivots("inv_ex", x);
        return check ? (Inverse(x), info) : (WhereGood(info, x, Inverse), info);
    }

    /// <summary>The solution, and 0 or the place of the first pivot that is zero. Where there is no solution, it is NaN.</summary>
    public static (Tensor Solution, Tensor Info) SolveWithInfo(Tensor a, Tensor b, bool left, bool check)
    {
        var info = ZeroPivots("solve_ex", a);
        return check ? (torch.linalg.solve(a, b, left), info) : (WhereGood(info, a, good => torch.linalg.solve(good, b, left)), info);
    }

    private static Tensor ZeroPivots(string op, Tensor x)
    {
        var n = (int)Matrix(op, x);
        return InfoOf(Matrices(op, x, square: true).Select(a => LinearAlgebra.Lu(a, n, n, new int[n]).Zero), x);
    }

    private static long Matrix(string op, Tensor x)
    {
        RequireMatrices(op, x);
        return x.Impl.Shape[^1];
    }

    private static Tensor InfoOf(IEnumerable<int> numbers, Tensor x)
    {
        var all = numbers.ToArray();
        return all.Length == 0 ? zeros(Batch(x), dtype: ScalarType.Int32) : Factory.Of<int>(all, Batch(x), ScalarType.Int32, null, false);
    }

    // Bad matrices are replaced by ones that will do, and what comes of them by NaN.
    private static Tensor WhereGood(Tensor info, Tensor x, Func<Tensor, Tensor> function)
    {
        using var bad = info.ne(0);
        if (!bad.any().item<bool>()) return function(x);
        using var matrix = bad.unsqueeze(-1).unsqueeze(-1);
        var result = function(Where(matrix, eye(x.size(-1), dtype: x.dtype), x));
        return Where(result.ndim == x.ndim ? matrix : bad.unsqueeze(-1), double.NaN, result);
    }
}
