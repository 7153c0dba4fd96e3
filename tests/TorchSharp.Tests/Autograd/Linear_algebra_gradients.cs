using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

public class Linear_algebra_gradients
{
    [Fact]
    public void Inverse_determinant_and_factors_have_the_right_gradient()
    {
        Func<Tensor, Tensor> spread = x => x.matmul(x.mT) + eye(3, dtype: ScalarType.Float64);
        Func<Tensor, Tensor>[] functions =
        [
            x => linalg.inv(spread(x)), x => linalg.det(spread(x)), x => spread(x).logdet(), x => linalg.cholesky(spread(x)), x => linalg.eigvalsh(spread(x)), x => spread(x).matrix_power(-2),
            x => linalg.solve(spread(x), x), x => linalg.vector_norm(x, 3), x => linalg.matrix_norm(x), x => linalg.matrix_norm(x, 1), x => linalg.norm(x[0], double.PositiveInfinity), x => linalg.norm(x[0, 1], double.PositiveInfinity), x => linalg.vecdot(x, x * 2),
        ];
        foreach (var function in functions) GradCheck.CheckTwice(x => function(x[0]), GradCheck.Leaf([2, 3, 3]));
        GradCheck.Check(x => linalg.eigh(x[0].matmul(x[0].mT)).Item2.square(), GradCheck.Leaf([3, 3]));
    }

    [Fact]
    public void An_inverse_that_tells_whether_it_exists_has_the_right_gradient() => GradCheck.CheckTwice(x => linalg.inv_ex(x[0]).L, GradCheck.Leaf([3, 3], 3));

    [Fact]
    public void Factors_and_what_is_solved_with_them_have_the_right_gradient()
    {
        Func<Tensor, Tensor>[] functions =
        [
            x => linalg.qr(x).Q, x => linalg.qr(x).R, x => linalg.svd(x, fullMatrices: false).U.square(), x => linalg.svd(x, fullMatrices: false).S, x => linalg.svd(x, fullMatrices: false).Vh.square(), x => linalg.svd(x).S, linalg.svdvals,
            x => linalg.pinv(x), x => linalg.lu_factor(x).LU, x => linalg.lu(x).L, x => linalg.lu(x).U, x => linalg.lstsq(x, x * x).Solution, x => linalg.matrix_norm(x, "nuc"), x => linalg.matrix_norm(x, 2),
        ];
        long[][] shapes = [[2, 4, 3], [2, 3, 4], [3, 3]];
        foreach (var shape in shapes)
            foreach (var function in functions) GradCheck.CheckTwice(x => function(x[0]), GradCheck.Leaf(shape, 3));
        Func<Tensor, Tensor>[] ofSquare =
        [
            matrix_exp, x => linalg.solve_triangular(x + 3, x * 2, upper: true), x => linalg.solve_triangular(x, x * 2, upper: false, left: false, unitriangular: true), x => cholesky_solve(x, x + 3), x => (x + 3).cholesky_inverse(),
            x => linalg.cholesky_ex(x.matmul(x.mT) + 1 * eye(3, dtype: ScalarType.Float64)).L, x => linalg.solve_ex(x, x * x).result, x => linalg.householder_product(x, x[0]), x => linalg.tensorinv(x, 1), x => linalg.tensorsolve(x, x[0], []), x => linalg.lu_factor(x) is var (f, p) ? linalg.lu_solve(f, p!, x * x) : x,
        ];
        foreach (var function in ofSquare) GradCheck.CheckTwice(x => function(x[0]), GradCheck.Leaf([3, 3], 3));
    }
}
