using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

public class Custom_functions
{
    private sealed class Cube : autograd.SingleTensorFunction<Cube>
    {
        public override string Name => "Cube";

        public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            ctx.save_data("factor", vars[1]);
            return x * x * x * (double)vars[1];
        }

        public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
        {
            var x = ctx.get_saved_variables()[0];
            return [grad_output * x * x * (3 * (double)ctx.get_data("factor")!), null!];
        }
    }

    private sealed class Reverse : autograd.MultiTensorFunction<Reverse>
    {
        public override string Name => "Reverse";

        public override List<Tensor> forward(autograd.AutogradContext ctx, params object[] vars) => [(Tensor)vars[0], (Tensor)vars[1] + 1];

        public override List<Tensor> backward(autograd.AutogradContext ctx, List<Tensor> grad_outputs) => [-grad_outputs[0], -grad_outputs[1]];
    }

    [Fact]
    public void A_function_of_ones_own_takes_part_in_the_graph() =>
        GradCheck.CheckTwice(x => Cube.apply(x[0] * 2, 0.5) + 1, GradCheck.Leaf([3]));

    [Fact]
    public void A_function_may_turn_the_gradient_around()
    {
        var (a, b) = (ones(2, requires_grad: true), ones(2, requires_grad: true));
        var outputs = Reverse.apply(a, b);
        (outputs[0] * 2 + outputs[1] * 3).sum().backward();
        Assert.Equal([-2f, -2f], a.grad!.data<float>().ToArray());
        Assert.Equal([-3f, -3f], b.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Anomaly_detection_names_the_operation_that_made_a_NaN()
    {
        var x = zeros(1, requires_grad: true);
        using var anomaly = autograd.detect_anomaly();
        var error = Assert.Throws<ExternalException>(() => (x.sqrt() * 0).sum().backward());
        Assert.Contains("SqrtBackward0", error.Message);
    }
}
