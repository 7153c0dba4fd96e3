using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

public class Function_gradients
{
    [Fact]
    public void Activations_have_the_right_gradient()
    {
        Func<Tensor, Tensor>[] functions =
        [
            x => x.leaky_relu(0.1), x => x.elu(), x => x.elu(2, 1.5, 0.5), x => x.celu(1.5), x => x.selu(), x => x.gelu(), x => x.relu6(), x => x.hardswish(), x => x.threshold(0.1, 5),
            x => x.softplus(), x => x.softplus(2, 1), x => x.log_sigmoid(), x => x.glu(), x => x.clamp(-0.5, 0.5), x => x.clamp(min: 0.1), x => x.clamp(max: tensor(0.3)), x => x.clamp(zeros_like(x), ones_like(x) * 0.5),
            x => x.nan_to_num(), x => x.logit(1e-3), x => x.round(), x => x.sign(), x => x.floor(),
        ];
        foreach (var function in functions) GradCheck.CheckTwice(x => function(x[0]), GradCheck.Leaf([3, 4], 1, -2, 2));
        GradCheck.Check(x => (x[0] * 1).leaky_relu_(0.1).elu_().clamp_(-0.5, 0.5), GradCheck.Leaf([3, 4], 1, -2, 2));
        GradCheck.Check(x => x[0].prelu(x[1]), GradCheck.Leaf([2, 3, 4]), GradCheck.Leaf([3], 2, 0.1, 0.9));
    }

    [Fact]
    public void Functions_of_two_tensors_have_the_right_gradient()
    {
        Func<Tensor, Tensor, Tensor>[] functions =
        [
            (a, b) => a.maximum(b), (a, b) => a.minimum(b), (a, b) => a.fmax(b), (a, b) => a.fmin(b), (a, b) => a.atan2(b), (a, b) => a.hypot(b), (a, b) => a.copysign(-b), (a, b) => a.logaddexp(b), (a, b) => a.xlogy(b), (a, b) => a % b,
            (a, b) => a.fmod(b), (a, b) => a.addcmul(a, b, 2), (a, b) => a.addcdiv(a, b, 2), (a, b) => a.lerp(b, tensor(0.3)), (a, b) => a.lerp(b, b), (a, b) => a.dist(b), (a, b) => a.ldexp(b), (a, b) => a.where(a.gt(b), b),
        ];
        foreach (var function in functions) GradCheck.CheckTwice(x => function(x[0], x[1]), GradCheck.Leaf([2, 3], 1, 0.5, 2), GradCheck.Leaf([3], 2, 0.5, 2));
    }

    [Fact]
    public void Hardtanh_has_the_right_gradient() => GradCheck.CheckTwice(x => x[0].hardtanh(-0.5, 0.7), GradCheck.Leaf([3, 4], 1, -2, 2));

    [Fact]
    public void The_slope_of_hardsigmoid_has_a_derivative() => GradCheck.CheckTwice(x => x[0].hardsigmoid(), GradCheck.Leaf([3, 4]));

    [Fact]
    public void Rounded_division_has_the_derivative_zero() => GradCheck.CheckTwice(x => x[0].div(x[1], RoundingMode.floor) + x[0], GradCheck.Leaf([2, 3], 1, 0.5, 2), GradCheck.Leaf([3], 2, 0.5, 2));

    [Fact]
    public void In_place_functions_that_need_the_old_value_have_the_right_gradient()
    {
        // Computed of the tensor that then changed, their way back was refused.
        Action<Tensor, Tensor>[] functions = [(a, b) => a.atan2_(b), (a, b) => a.copysign_(-b), (a, b) => a.xlogy_(b), (a, b) => a.float_power_(b), (a, b) => a.lerp_(b, tensor(0.3)), (a, b) => a.lerp_(b, b), (a, b) => a.div_(3).logit_().add_(b)];
        foreach (var function in functions)
        {
            GradCheck.CheckTwice(
                x =>
                {
                    var copy = x[0] * 1;
                    function(copy, x[1]);
                    return copy;
                },
                GradCheck.Leaf([2, 3], 1, 0.5, 2), GradCheck.Leaf([3], 2, 0.5, 2));
        }
    }

    [Fact]
    public void Floor_divide_has_no_derivative()
    {
        // As in PyTorch, which computes forward and refuses backward.
        using var x = tensor([5f, 7f], requires_grad: true);
        using var whole = x.floor_divide(2);
        Assert.Equal([2f, 3f], whole.data<float>().ToArray());
        Assert.Contains("aten::floor_divide", Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => whole.sum().backward()).Message);
        using var copy = x.clone();
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => copy.floor_divide_(tensor([2f, 3f])).sum().backward());
    }

    [Fact]
    public void Matrix_functions_have_the_right_gradient()
    {
        Func<Tensor, Tensor, Tensor>[] functions =
        [
            (a, b) => a.matmul(b.t()), (a, b) => a.t().mm(b), (a, b) => a.mv(b[0]), (a, b) => a[0].dot(b[1]), (a, b) => a[0].outer(b[1]), (a, b) => a.inner(b), (a, b) => a.kron(b), (a, b) => einsum("ij,kj->ik", a, b), (a, b) => einsum("ij,ij", a, b),
            (a, b) => einsum("...i,...j->...ij", a, b), (a, b) => tensordot(a, b, [0], [0]), (a, b) => cdist(a, b), (a, b) => zeros(3, 3, dtype: ScalarType.Float64).addmm(a, b.t(), 1, 2), (a, b) => a.cov() + b.cov(), (a, b) => a.corrcoef() * b.trace(),
            (a, b) => stack([a, b]).bmm(stack([b.t(), a.t()])), (a, b) => a.reshape(3, 1, 3).matmul(b.unsqueeze(0)), (a, b) => linalg.cross(a, b), (a, b) => cartesian_prod(a[0], b[0]),
        ];
        foreach (var function in functions) GradCheck.CheckTwice(x => function(x[0], x[1]), GradCheck.Leaf([3, 3]), GradCheck.Leaf([3, 3], 2));
    }
}
