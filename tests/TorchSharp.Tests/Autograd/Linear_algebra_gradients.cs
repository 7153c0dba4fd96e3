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
}
