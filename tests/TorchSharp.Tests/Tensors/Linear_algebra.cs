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

    [Fact]
    public void Factors_are_those_of_LAPACK()
    {
        // torch.linalg.qr, lu_factor, geqrf, PyTorch 1.13
        using var a = tensor(new[,] { { 1.0, 2 }, { 3, 4 }, { 5, 6 } });
        Close([-5.916079783099616, -7.437357441609946, 0, 0.8280786712108249], linalg.qr(a).R);
        Close([5, 6, 0.2, 0.8, 0.6, 0.5], linalg.lu_factor(a).LU);
        Assert.Equal([3, 3], linalg.lu_factor(a).Pivots!.data<int>().ToArray());
        Close([-5.916079783099616, -7.437357441609946, 0.4337717455676132, 0.828078671210825, 0.7229529092793553, 0.8926238280228976], geqrf(a).a);
        Assert.Equal([1.0, 0, 0, 1], linalg.qr(eye(2, dtype: float64)).R.data<double>().ToArray());

        static void Close(double[] expected, Tensor actual) => Assert.Equal(expected, actual.data<double>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-12);
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(3, 5)]
    [InlineData(4, 4)]
    public void Packed_factors_rebuild_the_matrix(long m, long n)
    {
        var a = GradCheck.Values([2, m, n]);
        var (p, l, u) = linalg.lu(a);
        Assert.True(p.matmul(l).matmul(u).allclose(a, 1e-12, 1e-12));
        var (packed, pivots, infos) = lu(a, get_infos: true);
        Assert.Null(lu(a).infos);
        Assert.Equal([0, 0], infos!.data<int>().ToArray());
        var unpacked = lu_unpack(packed, pivots!);
        Assert.True(unpacked.P.matmul(unpacked.L!).matmul(unpacked.U!).allclose(a, 1e-12, 1e-12));
        Assert.Equal((0L, 0L), (lu_unpack(packed, pivots!, unpack_data: false).L!.numel(), lu_unpack(packed, pivots!, unpack_pivots: false).P.numel()));
        var (h, tau) = a.geqrf();
        using var q = ormqr(h, tau, eye(m, dtype: float64).expand(2, m, m));
        Assert.True(q.matmul(h.triu()).allclose(a, 1e-12, 1e-12));
        Assert.True(h.ormqr(tau, q, left: true, transpose: true).allclose(eye(m, dtype: float64).expand(2, m, m), 1e-12, 1e-12));
        if (m >= n) Assert.True(orgqr(h, tau).allclose(q.narrow(-1, 0, n), 1e-12, 1e-12));
    }

    [Fact]
    public void A_number_tells_which_matrix_has_no_factor()
    {
        using var a = stack([eye(2, dtype: float64) * 4, tensor(new[,] { { 1.0, 2 }, { 2, 4 } }), tensor(new[,] { { -1.0, 0 }, { 0, 1 } })]);
        var (l, first) = linalg.cholesky_ex(a);
        Assert.Equal([0, 2, 1], first.data<int>().ToArray());
        Assert.Equal([2.0, 0, 0, 2], l[0].data<double>().ToArray());
        Assert.True(l[1].isnan().all().item<bool>());
        var (inverse, second) = linalg.inv_ex(a);
        Assert.Equal([0, 2, 0], second.data<int>().ToArray());
        Assert.Equal([-1.0, 0, 0, 1], (inverse[2] + 0).data<double>().ToArray());
        var (x, third) = linalg.solve_ex(a, ones(3, 2, dtype: float64));
        Assert.Equal([0, 2, 0], third.data<int>().ToArray());
        Assert.Equal([0.25, 0.25], x[0].data<double>().ToArray());
        Assert.Throws<ExternalException>(() => linalg.inv_ex(a, check_errors: true));
        Assert.Throws<ExternalException>(() => linalg.cholesky_ex(a, check_errors: true));
        Assert.Throws<ExternalException>(() => linalg.solve_ex(a, ones(3, 2, dtype: float64), check_errors: true));
    }

    [Fact]
    public void Equations_are_solved_by_factors()
    {
        var a = GradCheck.Values([4, 4]) + 4 * eye(4, dtype: float64);
        var x = GradCheck.Values([4, 2], 2);
        var (packed, pivots) = linalg.lu_factor(a);
#pragma warning disable CS0618 // The older name
        Assert.True(lu_solve(a.matmul(x), packed, pivots!).allclose(x, 1e-12, 1e-12));
#pragma warning restore CS0618
        Assert.True(linalg.lu_solve(packed, pivots!, a.mT.matmul(x), adjoint: true).allclose(x, 1e-12, 1e-12));
        var s = a.matmul(a.mT);
        using var lower = linalg.cholesky(s);
        Assert.True(cholesky_solve(s.matmul(x), lower).allclose(x, 1e-10, 1e-10));
        Assert.True(cholesky_inverse(lower.mT, upper: true).matmul(s).allclose(eye(4, dtype: float64), 1e-10, 1e-10));
        var (solution, residuals, rank, singular) = linalg.lstsq(a.narrow(1, 0, 2), x);
        Assert.True(a.narrow(1, 0, 2).mT.matmul(a.narrow(1, 0, 2).matmul(solution) - x).abs().max().item<double>() < 1e-12);
        Assert.Equal((0L, 2L, 0L), (residuals.numel(), rank.item<long>(), singular.numel()));
        Assert.Equal(1L, linalg.lstsq(ones(3, 2), ones(3), 1e-5).Rank.item<long>());
        Assert.True(linalg.tensorsolve(a.reshape(2, 2, 4), x[.., 0].reshape(2, 2), []).allclose(linalg.solve(a, x[.., 0]), 1e-12, 1e-12));
        Assert.True(linalg.tensorinv(a.reshape(2, 2, 4), 2).reshape(4, 4).allclose(linalg.inv(a), 1e-12, 1e-12));
        // torch.linalg.matrix_exp(torch.tensor([[1., 2], [3, 4]], dtype=torch.float64))
        Assert.True(linalg.matrix_exp(tensor(new[,] { { 1.0, 2 }, { 3, 4 } })).allclose(tensor(new[,] { { 51.968956198704984, 74.73656456700321 }, { 112.10484685050479, 164.07380304920975 } }), 1e-13, 0));
    }

    [Fact]
    public void What_does_not_fit_is_named()
    {
        (string Said, Action Use)[] wrong =
        [
            ("solve_triangular", () => linalg.solve_triangular(ones(2, 3), ones(2, 3), upper: true)), ("[2, 2] and [3, 1]", () => linalg.solve_triangular(ones(2, 2), ones(3, 1), upper: true)), ("pivoting", () => linalg.lu_factor(ones(2, 2), pivot: false)),
            ("between 1 and 2", () => lu_unpack(ones(2, 2), tensor([3, 1]))), ("int32", () => lu_unpack(ones(2, 2), tensor([1L, 2]))), ("square", () => matrix_exp(ones(2, 3))), ("geqrf", () => geqrf(ones(2, 2, requires_grad: true))),
            ("householder_product", () => linalg.householder_product(ones(2, 3), ones(2))), ("ormqr", () => ormqr(ones(3, 2), ones(3), ones(3, 1))), ("tensorinv", () => linalg.tensorinv(ones(2, 3), 1)), ("tensorsolve", () => linalg.tensorsolve(ones(2, 3), ones(2), [])),
            ("lstsq", () => linalg.lstsq(ones(2, 3), ones(3, 1))), ("not differentiable", () => linalg.qr(ones(3, 2, requires_grad: true), linalg.QRMode.Complete)),
        ];
        foreach (var (said, use) in wrong) Assert.Contains(said, Assert.Throws<ExternalException>(use).Message);
    }
}
