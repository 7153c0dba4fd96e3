using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

/// <summary>Factors are checked by what they must satisfy; values by PyTorch 1.13 where they are unique.</summary>
public class Linear_algebra
{
    [Fact]
    public void Eigenvectors_diagonalise_a_symmetric_matrix()
    {
        var a = GradCheck.Values([2, 20, 20]);
        var s = a.matmul(a.mT);
        var (w, v) = linalg.eigh(s);
        Assert.True(v.matmul(w.diag_embed()).matmul(v.mT).allclose(s, 1e-10, 1e-10));
        Assert.True(v.mT.matmul(v).allclose(eye(20, dtype: ScalarType.Float64).expand(2, 20, 20), 1e-10, 1e-10));
        Assert.True(w.diff().ge(0).all().item<bool>());
        // torch.linalg.eigvalsh(torch.tensor([[2., 1, 0], [1, 3, 1], [0, 1, 4]]))
        Assert.True(linalg.eigvalsh(tensor(new[,] { { 2.0, 9, 9 }, { 1, 3, 9 }, { 0, 1, 4 } })).allclose(tensor(new[] { 1.2679491924311228, 3.0, 4.732050807568877 }), 1e-12));
    }

    [Theory]
    [InlineData(7, 4)]
    [InlineData(4, 7)]
    [InlineData(5, 5)]
    public void Singular_vectors_rebuild_the_matrix(long m, long n)
    {
        var a = GradCheck.Values([m, n]);
        var (u, s, vh) = linalg.svd(a, fullMatrices: false);
        Assert.True((u * s).matmul(vh).allclose(a, 1e-10, 1e-12));
        var full = linalg.svd(a);
        Assert.Equal([m, m], full.U.shape);
        Assert.Equal([n, n], full.Vh.shape);
        Assert.True(full.U.mT.matmul(full.U).allclose(eye(m, dtype: ScalarType.Float64), 1e-10, 1e-10));
        Assert.True(linalg.pinv(a).matmul(a).matmul(linalg.pinv(a)).allclose(linalg.pinv(a), 1e-9, 1e-10));
        Assert.Equal(Math.Min(m, n), linalg.matrix_rank(a).item<long>());
    }

    [Fact]
    public void Orthogonal_and_triangular_factors_rebuild_the_matrix()
    {
        var a = GradCheck.Values([3, 6, 4]);
        var (q, r) = linalg.qr(a);
        Assert.True(q.matmul(r).allclose(a, 1e-10, 1e-12));
        Assert.True(r.triu().allclose(r));
        var s = a.mT.matmul(a);
        var l = linalg.cholesky(s);
        Assert.True(l.matmul(l.mT).allclose(s, 1e-10, 1e-12));
        Assert.True(l.tril().allclose(l));
    }

    [Fact]
    public void Inverse_and_solution_undo_the_product()
    {
        var a = GradCheck.Values([2, 5, 5]);
        Assert.True(linalg.inv(a).matmul(a).allclose(eye(5, dtype: ScalarType.Float64).expand(2, 5, 5), 1e-9, 1e-9));
        var x = GradCheck.Values([2, 5, 3], 2);
        Assert.True(linalg.solve(a, a.matmul(x)).allclose(x, 1e-9, 1e-9));
        Assert.Equal(-2.0, linalg.det(tensor(new[,] { { 1.0, 2 }, { 3, 4 } })).item<double>(), 1e-12);
        Assert.Contains("singular", Assert.Throws<ExternalException>(() => linalg.inv(ones(2, 2))).Message);
        Assert.Contains("positive-definite", Assert.Throws<ExternalException>(() => linalg.cholesky(-eye(2))).Message);
        Assert.Contains("square", Assert.Throws<ExternalException>(() => linalg.inv(ones(2, 3))).Message);
    }

    [Fact]
    public void A_matrix_has_every_power()
    {
        using var a = tensor(new[,] { { 1.0, 1 }, { 1, 0 } });
        Assert.Equal([1.0, 0, 0, 1], a.matrix_power(0).data<double>().ToArray());
        Assert.Equal([89.0, 55, 55, 34], a.matrix_power(10).data<double>().ToArray());
        Assert.True(a.matrix_power(-7).matmul(a.matrix_power(7)).allclose(eye(2, dtype: ScalarType.Float64), 1e-12, 1e-12));
        using var turn = tensor(new[,] { { 0.0, -1 }, { 1, 0 } });
        Assert.Equal([1.0, 0, 0, 1], turn.matrix_power(int.MinValue).abs().data<double>().ToArray());
        Assert.Equal([0.0, 1, 1, 0], turn.matrix_power(int.MaxValue).abs().data<double>().ToArray());
    }

    [Fact]
    public void A_norm_of_an_order_needs_a_vector_a_matrix_or_dimensions() =>
        Assert.Contains("must be 1D or 2D", Assert.Throws<ExternalException>(() => linalg.norm(ones(2, 3, 3), double.PositiveInfinity)).Message);
}
