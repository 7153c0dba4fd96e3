// The network operations by the public names of torch.nn.functional, with every argument written out: so the tests of
// values and gradients run against any engine.

using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests;

/// <summary>How pictures are resampled by <see cref="Functions.Interpolate"/>.</summary>
internal enum ResampleMode
{
    Nearest,
    Bilinear,
    Bicubic,
}

/// <summary>Functions of torch.nn.functional, positionally.</summary>
internal static class Functions
{
    public static Tensor Conv2d(Tensor input, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] dilation, long groups) =>
        F.conv2d(input, weight, bias, stride, padding, dilation, groups);

    public static Tensor ConvTranspose2d(Tensor input, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] output_padding, long[] dilation, long groups) =>
        F.conv_transpose2d(input, weight, bias, stride, padding, output_padding, dilation, groups);

    public static (Tensor output, Tensor indices) MaxPool2d(Tensor input, long[] kernel, long[] stride, long[] padding, long[] dilation, bool ceil_mode) =>
        F.max_pool2d_with_indices(input, kernel, stride, padding, dilation, ceil_mode);

    public static Tensor AvgPool2d(Tensor input, long[] kernel, long[] stride, long[] padding, bool ceil_mode, bool count_include_pad, long? divisor) =>
        F.avg_pool2d(input, kernel, stride, padding, ceil_mode, count_include_pad, divisor);

    public static Tensor AdaptiveAvgPool2d(Tensor input, long[] size) => F.adaptive_avg_pool2d(input, size);

    public static (Tensor output, Tensor indices) AdaptiveMaxPool2d(Tensor input, long[] size) => F.adaptive_max_pool2d_with_indices(input, size);

    public static Tensor MaxUnpool2d(Tensor input, Tensor indices, long[] size) => F.max_unpool2d(input, indices, [2, 2], output_size: [.. size]);

    public static Tensor BatchNorm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, double momentum, double eps) =>
        F.batch_norm(input, running_mean, running_var, weight, bias, training, momentum, eps);

    public static Tensor LocalResponseNorm(Tensor input, long size, double alpha, double beta, double k) => F.local_response_norm(input, size, alpha, beta, k);

    public static Tensor Softmax(Tensor input, long dim) => F.softmax(input, dim);

    public static Tensor LogSoftmax(Tensor input, long dim) => F.log_softmax(input, dim);

    public static Tensor CrossEntropy(Tensor input, Tensor target, Tensor? weight, long ignore_index, long reduction) =>
        F.cross_entropy(input, target, weight, ignore_index, (nn.Reduction)reduction);

    /// <summary>To a size, or by factors: the position of a pixel is computed from what is given.</summary>
    public static Tensor Interpolate(Tensor input, long[] size, ResampleMode mode, bool align_corners, double[]? scale_factor = null)
    {
        var method = Enum.Parse<InterpolationMode>(mode.ToString());
        bool? align = mode == ResampleMode.Nearest ? null : align_corners;
        return scale_factor is null ? F.interpolate(input, size, mode: method, align_corners: align) : F.interpolate(input, scale_factor: scale_factor, mode: method, align_corners: align);
    }

    public static Tensor Pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
        mode == PaddingModes.Constant ? F.pad(input, pad, mode, value) : F.pad(input, pad, mode);

    public static Tensor Linear(Tensor input, Tensor weight, Tensor? bias) => F.linear(input, weight, bias);

    public static Tensor Matmul(Tensor a, Tensor b) => matmul(a, b);

    public static Tensor Mm(Tensor a, Tensor b) => mm(a, b);

    public static Tensor Addmm(Tensor input, Tensor a, Tensor b, float beta, float alpha) => addmm(input, a, b, beta, alpha);
}
