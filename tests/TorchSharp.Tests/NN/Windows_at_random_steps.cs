using System.Runtime.InteropServices;
using TorchSharp.Tests;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Tests.NN;

/// <summary>Fractional max pooling; values, positions and gradients from PyTorch 1.13 with its draws (Golden/modules.py).</summary>
[Collection(DefaultGenerator.Name)]
public class Windows_at_random_steps
{
    private static Tensor Both((Tensor Values, Tensor Indices) pair) => cat([pair.Values.reshape(-1), pair.Indices.reshape(-1).to(float64)], 0);

    [Fact]
    public void Images_are_reduced_by_a_ratio()
        => Modules_with_parameters_equal_PyTorch.Check("fractional_2d_ratio", FractionalMaxPool2d((2, 2), output_ratio: (0.6, 0.5)), [[3, 8, 9]], (m, x) =>
        {
            manual_seed(6);
            return Both(m.forward_with_indices(x[0]));
        });

    [Fact]
    public void Volumes_are_reduced_by_a_ratio()
        => Modules_with_parameters_equal_PyTorch.Check("fractional_3d_ratio", FractionalMaxPool3d((1, 2, 2), output_ratio: (0.5, 0.7, 0.6)), [[2, 2, 5, 7, 6]], (m, x) =>
        {
            manual_seed(6);
            return Both(m.forward_with_indices(x[0]));
        });

    [Fact]
    public void The_three_ways_to_give_sizes_are_one()
    {
        using var scope = NewDisposeScope();
        var (images, volumes) = (randn(2, 3, 7, 7), randn([2, 3, 7, 7, 7]));
        Same(() => F.fractional_max_pool2d(images, 2, 4), () => F.fractional_max_pool2d(images, (2, 2), (4, 4)), () => F.fractional_max_pool2d(images, [2, 2], output_ratio: [0.6, 0.6]));
        Same(() => F.fractional_max_pool3d(volumes, 2, 4), () => F.fractional_max_pool3d(volumes, (2, 2, 2), (4, 4, 4)), () => F.fractional_max_pool3d_with_indices(volumes, 2, output_ratio: 0.6).Values);
        Same(() => F.fractional_max_pool2d_with_indices(images, 2, 4).Indices, () => FractionalMaxPool2d(2, 4).forward_with_indices(images).Indices, () => F.fractional_max_pool2d_with_indices(images, (2, 2), (4, 4)).Indices);

        static void Same(params Func<Tensor>[] ways)
        {
            var results = ways.Select(way =>
            {
                manual_seed(3);
                return way();
            }).ToArray();
            Assert.All(results, result => Assert.True(result.Equals(results[0])));
        }
    }

    [Fact]
    public void Gradients_are_the_numeric_ones()
        => GradCheck.CheckTwice(
            t =>
            {
                manual_seed(2);
                return F.fractional_max_pool2d(t[0] * t[0], 2, 3);
            },
            GradCheck.Leaf([1, 2, 5, 5], low: 0.5));

    [Fact]
    public void A_picture_with_NaN_gives_NaN_there()
    {
        using var picture = full([1, 1, 4, 4], float.NaN);
        Assert.All(F.fractional_max_pool2d(picture, 2, 2).data<float>().ToArray(), value => Assert.True(float.IsNaN(value)));
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_a_sentence()
    {
        using var scope = NewDisposeScope();
        var images = ones(1, 2, 5, 5);
        Assert.Contains("neither", Assert.Throws<ArgumentException>(() => FractionalMaxPool2d(2)).Message);
        Assert.Contains("both", Assert.Throws<ArgumentException>(() => F.fractional_max_pool2d(images, 2, 3, 0.5)).Message);
        Assert.Contains("must have 3 elements", Assert.Throws<ArgumentException>(() => FractionalMaxPool3d([2], [3, 3, 3])).Message);
        Refused("between 0 and 1", () => F.fractional_max_pool2d(images, 2, output_ratio: 1.5));
        Refused("too large for the 5 elements at dimension 2 of the input [1, 2, 5, 5]", () => F.fractional_max_pool2d(images, 3, 4));
        Refused("fractional_max_pool3d", () => F.fractional_max_pool3d(ones(2, 5, 5), 2, 3));

        static void Refused(string words, Action call) => Assert.Contains(words, Assert.Throws<ExternalException>(call).Message);
    }
}
