using System.Runtime.InteropServices;
using TorchSharp.Tests;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tests.NN;

/// <summary>
/// Resampling to the nearest element, the gradients that functional names *_backward, and activations under the names of their
/// modules; values and gradients from PyTorch 1.13 (Golden/modules.py).
/// </summary>
public class Backward_by_name
{
    private static readonly long[] I = [2, 3, 5, 4], V = [2, 3, 4, 5, 3];

    private static readonly Dictionary<string, (long[][] Shapes, Func<Tensor[], Tensor> Function)> Cases = new()
    {
        ["upsample_nearest1d"] = ([[2, 3, 4]], t => F.upsample_nearest1d(t[0], 7, null)),
        ["upsample_nearest1d_factor"] = ([[2, 3, 4]], t => F.upsample_nearest1d(t[0], null, 1.6)),
        ["upsample_nearest2d"] = ([I], t => F.upsample_nearest2d(t[0], [7, 3])),
        ["upsample_nearest2d_factor"] = ([I], t => F.upsample_nearest2d(t[0], scaleFactors: [1.7, 2.3])),
        ["upsample_nearest3d"] = ([V], t => F.upsample_nearest3d(t[0], [6, 3, 4])),
        ["upsample_nearest3d_factor"] = ([V], t => F.upsample_nearest3d(t[0], scaleFactors: [1.5, 2, 0.7])),
        ["upsample_nearest1d_backward"] = ([[2, 3, 7]], t => F.upsample_nearest1d_backward(t[0], 7, 4, null)),
        ["upsample_nearest2d_backward"] = ([[2, 3, 7, 3]], t => F.upsample_nearest2d_backward(t[0], I, [7, 3])),
        ["upsample_nearest2d_backward_factor"] = ([[2, 3, 8, 9]], t => F.upsample_nearest2d_backward(t[0], I, scaleFactors: [1.7, 2.3])),
        ["upsample_nearest3d_backward"] = ([[2, 3, 6, 3, 4]], t => F.upsample_nearest3d_backward(t[0], V, [6, 3, 4])),
        ["avg_pool2d_backward"] = ([[2, 3, 5, 3], I], t => F.avg_pool2d_backward(t[0], t[1], [3, 2], [1, 2], [1, 1], count_include_pad: false)),
        ["avg_pool2d_backward_stride"] = ([[2, 3, 4, 3], I], t => F.avg_pool2d_backward(t[0], t[1], [2, 2], divisor_override: 3)),
        ["avg_pool3d_backward"] = ([[2, 3, 2, 3, 1], V], t => F.avg_pool3d_backward(t[0], t[1], [2, 2, 3], ceil_mode: true)),
        ["adaptive_avg_pool3d_backward"] = ([[2, 3, 2, 3, 2], V], t =>
        {
            var gradient = ones(V, float64);
            var same = F.adaptive_avg_pool3d_backward(gradient, t[0].detach(), t[1].detach());
            Assert.True(same.Equals(gradient));
            return same + 0 * t[1];
        }
        ),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_and_gradients_are_equal(string name) => Modules_equal_PyTorch.Check(name, Cases[name].Shapes, Cases[name].Function);

    [Fact]
    public void A_gradient_by_name_can_be_derived_again()
    {
        GradCheck.CheckTwice(t => F.avg_pool2d_backward(t[0] * t[0], zeros([2, 3, 5, 4], float64), [2, 2]), GradCheck.Leaf([2, 3, 4, 3]));
        GradCheck.CheckTwice(t => F.upsample_nearest2d_backward(t[0] * t[0], [1, 1, 2, 3], [3, 4]), GradCheck.Leaf([1, 1, 3, 4]));
    }

    [Fact]
    public void They_work_where_nothing_is_recorded()
    {
        using var scope = NewDisposeScope();
        var grad = rand(1, 1, 4, 4);
        var wanted = F.avg_pool2d_backward(grad, zeros(1, 1, 5, 5), [2, 2]);
        using (no_grad())
        {
            Assert.True(F.avg_pool2d_backward(grad, zeros(1, 1, 5, 5), [2, 2]).Equals(wanted));
        }

        using (inference_mode())
        {
            Assert.True(F.avg_pool2d_backward(grad, zeros(1, 1, 5, 5), [2, 2]).Equals(wanted));
        }

        Assert.False(wanted.requires_grad);
    }

    // The genuine package calls these names obsolete.
#pragma warning disable CS0618
    [Fact]
    public void Activations_have_a_second_name()
    {
        using var scope = NewDisposeScope();
        var x = randn(4, 5);
        Assert.True(F.Hardshrink(x, 0.3).Equals(F.hardshrink(x, 0.3)));
        Assert.True(F.Hardtanh(x, -0.5, 0.2).Equals(F.hardtanh(x, -0.5, 0.2)));
        Assert.True(F.Mish(x).Equals(F.mish(x)));
        Assert.True(F.SiLU(x).Equals(F.silu(x)));
        Assert.True(F.Softshrink(x, 0.3).Equals(F.softshrink(x, 0.3)));
        Assert.True(F.Softsign(x).Equals(F.softsign(x)));
        Assert.True(F.Tanhshrink(x).Equals(F.tanhshrink(x)));
        Assert.True(F.Threshold(x, 0.1, 7).Equals(F.threshold(x, 0.1, 7)));
        var changed = x.clone();
        F.SiLU(changed, true);
        Assert.True(changed.Equals(F.silu(x)));
    }
#pragma warning restore CS0618

    [Fact]
    public void What_does_not_fit_is_refused_in_a_sentence()
    {
        using var scope = NewDisposeScope();
        var images = zeros(1, 2, 4, 4);
        Refused("upsample_nearest2d: must specify exactly one", () => F.upsample_nearest2d(images));
        Refused("upsample_nearest2d: must specify exactly one", () => F.upsample_nearest2d(images, [2, 2], [0.5, 0.5]));
        Refused("upsample_nearest2d: expected 2 values", () => F.upsample_nearest2d(images, [2]));
        Refused("upsample_nearest1d: expected an input of 3 dimensions, but got [1, 2, 4, 4]", () => F.upsample_nearest1d(images, 3, null));
        Refused("gradient of shape [1, 2, 3, 3]", () => F.avg_pool2d_backward(images, images, [2, 2]));
        Refused("gradInput must have the shape", () => F.adaptive_avg_pool3d_backward(zeros([1, 1, 2, 2, 2]), zeros([1, 1, 1, 1, 1]), zeros([1, 1, 3, 3, 3])));

        static void Refused(string words, Action call) => Assert.Contains(words, Assert.Throws<ExternalException>(call).Message);
    }
}
