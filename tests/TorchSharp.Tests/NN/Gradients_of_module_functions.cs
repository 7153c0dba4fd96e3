using TorchSharp.Tests;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tests.NN;

/// <summary>Numeric gradients in float64 of the functions that have nodes of their own or odd corners.</summary>
public class Gradients_of_module_functions
{
    private static Tensor Input(params long[] shape) => Modules_equal_PyTorch.Values(shape, shape.Length).requires_grad_();

    [Fact]
    public void Binary_cross_entropy_in_input_and_target()
        => GradCheck.Check(t => F.binary_cross_entropy(t[0].sigmoid(), t[1].sigmoid(), reduction: nn.Reduction.None), Input(2, 3), Input(2, 3));

    [Fact]
    public void A_certain_probability_has_a_finite_loss_and_gradient()
    {
        using var x = tensor([0.0, 1.0, 0.5]).requires_grad_();
        using var loss = F.binary_cross_entropy(x, tensor([1.0, 1.0, 0.0]), reduction: nn.Reduction.None);
        Assert.Equal([100, 0, Math.Log(2)], loss.data<double>().ToArray());
        loss.sum().backward();
        Assert.All(x.grad!.data<double>().ToArray(), slope => Assert.True(double.IsFinite(slope)));
    }

    [Fact]
    public void Unfold_and_fold()
    {
        GradCheck.Check(t => F.unfold(t[0], (2, 2), (1, 2), (1, 0), (2, 1)), Input(2, 2, 4, 5));
        GradCheck.Check(t => F.fold(t[0], (4, 5), (2, 2), (1, 2), (1, 0), (2, 1)), Input(2, 8, 9));
    }

    [Fact]
    public void Fold_sums_what_unfold_laid_out()
    {
        using var counts = F.fold(F.unfold(ones(1, 1, 4, 4), 3), 4, 3);
        Assert.Equal([1f, 2, 2, 1, 2, 4, 4, 2, 2, 4, 4, 2, 1, 2, 2, 1], counts.data<float>().ToArray());
    }

    [Fact]
    public void Layer_group_and_instance_norm()
    {
        GradCheck.Check(t => F.layer_norm(t[0], [4], t[1], t[2]), Input(2, 3, 4), Input(4), Input(4));
        GradCheck.Check(t => F.group_norm(t[0], 2, t[1], t[2]), Input(2, 4, 3), Input(4), Input(4));
        GradCheck.Check(t => F.instance_norm(t[0], weight: t[1], bias: t[2]), Input(2, 3, 5), Input(3), Input(3));
    }

    [Fact]
    public void Grid_sampling_in_images_and_grid()
        => GradCheck.Check(t => F.grid_sample(t[0], t[1] * 0.4), Input(1, 2, 4, 3), Input(1, 2, 2, 2));

    [Fact]
    public void Label_smoothing_with_weights_and_ignored_targets()
        => GradCheck.Check(t => F.cross_entropy(t[0], tensor([1L, 0, 2]), tensor([0.5, 2.0, 1.0, 0.7]), 0, label_smoothing: 0.3), Input(3, 4));

    [Fact]
    public void Functions_in_place_give_the_same_values_and_gradients()
    {
        foreach (var (plain, inplace) in new (Func<Tensor, Tensor>, Func<Tensor, Tensor>)[]
        {
            (x => F.relu(x), x => F.relu(x, true)),
            (x => F.gelu(x, TorchSharp.Modules.GELU.Approximate.tanh), x => F.gelu(x, TorchSharp.Modules.GELU.Approximate.tanh, true)),
            (x => F.leaky_relu(x), x => F.leaky_relu(x, 0.01, true)),
        })
        {
            SameInPlace(plain, inplace);
        }
    }

    [Fact]
    public void Mish_softsign_and_tanhshrink_in_place_give_the_same_values_and_gradients()
    {
        SameInPlace(x => F.mish(x), x => F.mish(x, true));
        SameInPlace(x => F.softsign(x), x => F.softsign(x, true));
        SameInPlace(x => F.tanhshrink(x), x => F.tanhshrink(x, true));
    }

    [Fact]
    public void Hardtanh_in_place_gives_the_same_values_and_gradients() => SameInPlace(x => F.hardtanh(x), x => F.hardtanh(x, -1, 1, true));

    private static void SameInPlace(Func<Tensor, Tensor> plain, Func<Tensor, Tensor> inplace)
    {
        using var scope = NewDisposeScope();
        var (a, b) = (Input(2, 5), Input(2, 5));
        var (first, second) = (plain(a * 2), inplace(b * 2));
        Assert.True(first.allclose(second));
        (first * first).sum().backward();
        (second * second).sum().backward();
        Assert.True(a.grad!.allclose(b.grad!));
    }
}
