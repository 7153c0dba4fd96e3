namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>
    /// The exponential of square matrices: halved until small, Taylor's series, squared as often (Moler and Van Loan, 2003, "Nineteen
    /// dubious ways to compute the exponential of a matrix"). In float64; the derivative is that of the products.
    /// </summary>
    public static Tensor MatrixExp(Tensor x)
    {
        const int Order = 18;
        RequireMatrices("matrix_exp", x);
        if (!Dtypes.IsFloating(x.dtype)) throw new ExternalException($"linalg.matrix_exp: Expected a floating point or complex tensor as input. Got {Dtypes.CppName(x.dtype)}");
        var n = x.Impl.Shape[^1];
        if (x.Impl.Shape[^2] != n) throw new ExternalException($"linalg.matrix_exp: A must be batches of square matrices, but they are {x.Impl.Shape[^2]} by {n} matrices");
        if (x.Impl.Count == 0) return x.clone();
        var wide = x.to_type(ScalarType.Float64);
        using var norm = wide.detach().abs().sum(-2).max();
        var size = norm.item<double>();
        var halvings = double.IsFinite(size) && size > 0.5 ? (int)Math.Ceiling(Math.Log2(size) + 1) : 0;
        var small = wide * Math.ScaleB(1, -halvings);
        using var one = eye(n, dtype: ScalarType.Float64);
        var result = one + small / Order;
        for (var k = Order - 1; k > 0; k--) result = one + small.matmul(result) / k;
        for (var i = 0; i < halvings; i++) result = result.matmul(result);
        return result.to_type(x.dtype);
    }
}
