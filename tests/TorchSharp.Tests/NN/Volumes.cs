using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.NN;

/// <summary>Layers over volumes. The expected numbers are PyTorch 2.6's.</summary>
public class Volumes
{
    [Fact]
    public void A_convolution_over_volumes_sums_over_depth_too()
    {
        var x = arange(36, dtype: ScalarType.Float32).reshape(1, 1, 4, 3, 3);
        var w = ones([1, 1, 2, 2, 2]);
        // Each output is the sum of a 2x2x2 block: eight times its first element plus (0 + 1 + 3 + 4) * 2 + 9 * 4.
        var y = F.conv3d(x, w, tensor([0.5f]), [2L, 1, 1]);
        Assert.Equal([1L, 1, 2, 2, 2], y.shape);
        Assert.Equal([52.5f, 60.5f, 76.5f, 84.5f, 196.5f, 204.5f, 220.5f, 228.5f], y.data<float>().ToArray());
        var layer = nn.Conv3d(2, 4, 3, padding: 1);
        Assert.Equal([4L, 2, 3, 3, 3], layer.weight.shape);
        Assert.Equal([2L, 4, 5, 6, 7], layer.call(zeros([2, 2, 5, 6, 7])).shape);
        Assert.Equal([4L, 5, 6, 7], nn.Conv3d(2, 4, (2, 3, 2), Padding.Same).call(zeros(2, 5, 6, 7)).shape);
    }

    [Fact]
    public void A_kernel_deeper_than_the_volume_is_refused() =>
        Assert.Contains("Kernel size: (5 x 1 x 1)", Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => F.conv3d(zeros([1, 1, 4, 3, 3]), zeros([1, 1, 5, 1, 1]))).Message);

    [Fact]
    public void Pooling_over_volumes_names_places_in_the_volume()
    {
        var x = arange(24, dtype: ScalarType.Float32).reshape(1, 1, 2, 3, 4);
        var (values, places) = nn.MaxPool3d(2).forward_with_indices(x);
        Assert.Equal([17f, 19f], values.data<float>().ToArray());
        Assert.Equal([17L, 19L], places.data<long>().ToArray());
        Assert.Equal([8.5f, 10.5f], nn.AvgPool3d((2, 2, 2)).call(x).data<float>().ToArray());
        Assert.Equal([11.5f], nn.AdaptiveAvgPool3d(1).call(x).data<float>().ToArray());
    }

    [Fact]
    public void Their_gradients_are_those_of_differences()
    {
        var x = GradCheck.Leaf([2, 2, 3, 4, 3]);
        GradCheck.Check(t => F.conv3d(t[0], t[1], t[2], [1L, 2, 1], [1L, 0, 1], [1L, 1, 1]), x, GradCheck.Leaf([3, 2, 2, 2, 2], 2), GradCheck.Leaf([3], 3));
        GradCheck.Check(t => F.max_pool3d(t[0], [2L]), x);
        GradCheck.Check(t => F.avg_pool3d(t[0], [2L, 3, 2], [1L], [1L, 1, 0]), x);
        GradCheck.Check(t => F.adaptive_avg_pool3d(t[0], (2, 3, 2)), x);
    }

    [Fact]
    public void A_program_that_asks_for_a_GPU_is_told_that_there_is_none()
    {
        var device = cuda.is_available() ? CUDA : CPU;
        Assert.Equal(DeviceType.CPU, device.type);
        Assert.Equal(0, cuda.device_count());
        cuda.manual_seed_all(1);
        Assert.Contains("not available", Assert.Throws<InvalidOperationException>(() => cuda.synchronize()).Message);
    }

    [Fact]
    public void A_volume_is_resampled_along_its_three_dimensions()
    {
        var x = arange(8, dtype: ScalarType.Float32).square().reshape(1, 1, 2, 2, 2);
        Assert.Equal([2f, 3.5f, 5f, 14f, 17.5f, 21f, 26f, 31.5f, 37f], F.interpolate(x, [3, 1, 3], mode: InterpolationMode.Trilinear).data<float>().ToArray());
        Assert.Equal(
            [0f, 0.5f, 1f, 4f, 6.5f, 9f, 8f, 10.5f, 13f, 20f, 24.5f, 29f, 16f, 20.5f, 25f, 36f, 42.5f, 49f],
            F.interpolate(x, [3, 2, 3], mode: InterpolationMode.Trilinear, align_corners: true).data<float>().ToArray());
        Assert.Equal([1L, 1, 4, 4, 4], nn.Upsample(scale_factor: [2, 2, 2]).call(x).shape);
        GradCheck.Check(t => F.interpolate(t[0], scale_factor: [1.5, 1.5, 1.5], mode: InterpolationMode.Trilinear), GradCheck.Leaf([1, 2, 2, 3, 2]));
    }

    [Fact]
    public void A_transposed_convolution_over_volumes_is_the_adjoint_of_the_convolution()
    {
        var x = GradCheck.Values([2, 4, 5, 6, 4]);
        var w = GradCheck.Values([6, 2, 3, 2, 2], 1);
        var y = F.conv3d(x, w, null, [2, 1, 2], [1, 0, 1], [1, 2, 1], 2);
        var g = GradCheck.Values(y.shape, 2);
        var back = F.conv_transpose3d(g, w, null, [2, 1, 2], [1, 0, 1], [0, 0, 0], [1, 2, 1], 2);
        var reached = x.slice(2, 0, back.size(2), 1).slice(3, 0, back.size(3), 1).slice(4, 0, back.size(4), 1);
        Assert.Equal((y * g).sum().item<double>(), (reached * back).sum().item<double>(), 1e-9);
        Assert.Equal(back[0].data<double>().ToArray(), F.conv_transpose3d(g[0], w, null, [2, 1, 2], [1, 0, 1], [0, 0, 0], [1, 2, 1], 2).data<double>().ToArray());
    }

    [Fact]
    public void Maxima_of_volumes_go_back_to_their_places()
    {
        var x = arange(48, dtype: ScalarType.Float32).reshape(1, 1, 4, 3, 4);
        var (values, places) = F.adaptive_max_pool3d_with_indices(x, [2, 1, 2]);
        Assert.Equal([21f, 23f, 45f, 47f], values.data<float>().ToArray());
        Assert.Equal([21L, 23L, 45L, 47L], places.data<long>().ToArray());
        Assert.Equal(values.data<float>().ToArray(), F.adaptive_max_pool3d(x, [2, 1, 2]).data<float>().ToArray());
        Assert.Equal(values[0].data<float>().ToArray(), F.adaptive_max_pool3d(x[0], [2, 1, 2]).data<float>().ToArray());
        var whole = F.max_unpool3d(values, places, [2, 3, 2], output_size: [4, 3, 4]);
        Assert.Equal(x.shape, whole.shape);
        Assert.Equal(values.sum().item<float>(), whole.sum().item<float>());
        Assert.Equal(47f, whole[0, 0, 3, 2, 3].item<float>());
    }
}
