using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Autograd;

public class The_graph
{
    [Fact]
    public void A_second_backward_says_that_the_graph_was_freed()
    {
        var x = tensor(new[] { 1f, 2f }, requires_grad: true);
        var y = (x * x).sum();
        y.backward();
        var error = Assert.Throws<ExternalException>(() => y.backward());
        Assert.StartsWith("Trying to backward through the graph a second time", error.Message);
    }

    [Fact]
    public void Retain_graph_allows_a_second_backward_and_gradients_add_up()
    {
        var x = tensor(new[] { 1f, 2f }, requires_grad: true);
        var y = (x * x).sum();
        y.backward(retain_graph: true);
        y.backward();
        Assert.Equal([4f, 8f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_change_in_place_of_a_saved_tensor_is_an_error()
    {
        var x = tensor(new[] { 1f, 2f }, requires_grad: true);
        var y = x.exp();
        var z = y * y;
        y.add_(1);
        var error = Assert.Throws<ExternalException>(() => z.sum().backward());
        Assert.Contains("modified by an inplace operation", error.Message);
    }

    [Fact]
    public void A_leaf_that_requires_grad_cannot_change_in_place()
    {
        var x = ones(2, requires_grad: true);
        Assert.Contains("a leaf Variable that requires grad", Assert.Throws<ExternalException>(() => x.add_(1)).Message);
        Assert.Contains("a view of a leaf Variable", Assert.Throws<ExternalException>(() => x.select(0, 0).add_(1)).Message);
        using (no_grad()) x.add_(1);
        Assert.Equal([2f, 2f], x.data<float>().ToArray());
    }

    [Fact]
    public void A_change_in_place_of_a_computed_tensor_is_recorded()
    {
        GradCheck.Check(x => (x[0] * 1).mul_(x[0]), GradCheck.Leaf([3]));
        GradCheck.Check(x => (x[0] * 1).mul_(2).add_(x[0], 3).exp_(), GradCheck.Leaf([3]));
        GradCheck.Check(x => (x[0] * 1).div_(x[0].exp()), GradCheck.Leaf([3]));
        GradCheck.Check(x => (x[0] * 1).relu_() * 2, GradCheck.Leaf([3], 1, 0.2, 1));
        GradCheck.Check(x => (x[0] * 1).fill_(0).add_(x[0]), GradCheck.Leaf([3]));
        GradCheck.Check(x => (x[0] * 1).sigmoid_() * x[0], GradCheck.Leaf([3]));
        GradCheck.Check(x => (x[0] * 1).pow_(3).copy_(x[0] * 2), GradCheck.Leaf([3]));
    }

    [Fact]
    public void Zero_in_place_is_recorded() => GradCheck.Check(x => (x[0] * 1).zero_().add_(x[0]), GradCheck.Leaf([3]));

    [Fact]
    public void A_change_of_a_view_reaches_the_base_and_its_other_views()
    {
        GradCheck.Check(
            x =>
            {
                var a = x[0] * 2;
                var row = a.select(0, 1);
                var column = a.select(1, 0);
                row.mul_(x[0].select(0, 0));
                return a.sum() * 3 + (column * column).sum() + row.sum();
            },
            GradCheck.Leaf([3, 3]));
        GradCheck.Check(
            x =>
            {
                var a = x[0] * 2;
                var view = a.t().narrow(0, 1, 2);
                a.mul_(x[0]);
                view.exp_();
                return a * a;
            },
            GradCheck.Leaf([3, 3]));
        GradCheck.Check(
            x =>
            {
                var a = zeros(4, dtype: ScalarType.Float64);
                a.narrow(0, 1, 2).copy_(x[0]);
                return a * a;
            },
            GradCheck.Leaf([2]));
    }

    [Fact]
    public void Nothing_is_recorded_without_grad()
    {
        var x = ones(2, requires_grad: true);
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            using (enable_grad()) Assert.True((x * 2).requires_grad);
            Assert.False(is_grad_enabled());
        }
        Assert.True(is_grad_enabled());
        using (set_grad_enabled(false)) Assert.False((x * 2).requires_grad);
        using (inference_mode()) Assert.False((x * 2).requires_grad);
        Assert.False(x.detach().requires_grad);
        Assert.True((x * 2).requires_grad);
    }

    [Fact]
    public void Grad_gives_gradients_without_touching_leaves()
    {
        var x = tensor(new[] { 1.0, 2.0 }, requires_grad: true);
        var w = tensor(new[] { 3.0, 4.0 }, requires_grad: true);
        var h = x * w;
        var y = (h * h).sum();
        var grads = autograd.grad([y], [h, w], retain_graph: true);
        Assert.Equal([6.0, 16.0], grads[0].data<double>().ToArray());
        Assert.Equal([6.0, 32.0], grads[1].data<double>().ToArray());
        Assert.Null(x.grad);
        Assert.Null(w.grad);
        autograd.backward(y, inputs: [w]);
        Assert.Null(x.grad);
        Assert.Equal([6.0, 32.0], w.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Grad_answers_null_for_an_unused_tensor_where_that_is_allowed()
    {
        var y = ones(2, requires_grad: true).sum();
        Assert.Null(autograd.grad([y], [ones(2, requires_grad: true)], allow_unused: true, retain_graph: true)[0]);
    }

    [Fact]
    public void Grad_refuses_a_tensor_that_the_result_does_not_use()
    {
        var y = ones(2, requires_grad: true).sum();
        Assert.Throws<ExternalException>(() => autograd.grad([y], [ones(2, requires_grad: true)], retain_graph: true));
    }

    [Fact]
    public void Derivatives_retain_the_graph_that_they_create()
    {
        var x = tensor(2.0, requires_grad: true);
        var slope = autograd.grad([x.pow(4)], [x], create_graph: true)[0];
        Assert.Equal(48.0, autograd.grad([slope], [x])[0].item<double>(), 1e-9);
    }

    [Fact]
    public void Third_derivatives_come_from_create_graph()
    {
        var x = tensor(2.0, requires_grad: true);
        var y = x.pow(4);
        for (var order = 0; order < 3; order++) y = autograd.grad([y], [x], retain_graph: true, create_graph: true)[0];
        Assert.Equal(48.0, y.item<double>(), 1e-9);
    }

    [Fact]
    public void Retain_grad_keeps_the_gradient_of_a_computed_tensor()
    {
        var x = tensor(new[] { 1.0, 2.0 }, requires_grad: true);
        var h = x * 3;
        h.retain_grad();
        (h * h).sum().backward();
        Assert.Equal([6.0, 12.0], h.grad!.data<double>().ToArray());
    }

    [Fact]
    public void A_graph_of_fifty_thousand_nodes_runs_without_recursion()
    {
        var x = ones(1, requires_grad: true);
        var y = x * 1;
        for (var i = 0; i < 50_000; i++) y = y + 1;
        y.backward();
        Assert.Equal(1f, x.grad!.item<float>());
        var z = x * 1;
        for (var i = 0; i < 50_000; i++)
        {
            var next = z + 1;
            z.Dispose();
            z = next;
        }
        z.Dispose();
    }

    [Fact]
    public void Backward_needs_a_scalar_or_a_gradient()
    {
        var x = ones(2, requires_grad: true);
        Assert.Contains("grad can be implicitly created only for scalar outputs", Assert.Throws<ExternalException>(() => (x * 2).backward()).Message);
        Assert.Contains("does not require grad", Assert.Throws<ExternalException>(() => ones(1).backward()).Message);
        (x * 2).backward([tensor(new[] { 1f, 10f })]);
        Assert.Equal([2f, 20f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void The_gradient_of_a_leaf_does_not_share_memory_with_anything_else()
    {
        var x = ones(2, requires_grad: true);
        var y = ones(2, requires_grad: true);
        (x + y).sum().backward();
        using (no_grad()) x.grad!.mul_(5);
        Assert.Equal([5f, 5f], x.grad!.data<float>().ToArray());
        Assert.Equal([1f, 1f], y.grad!.data<float>().ToArray());
    }
}
