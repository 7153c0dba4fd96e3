using TorchSharp.Kernels.Conv;

namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>
    /// Transposed two-dimensional convolution of input [N, C, H, W] or [C, H, W] with weight [C, OC/groups, KH, KW]: the
    /// input gradient of the convolution that maps the output to the input.
    /// </summary>
    public static Tensor ConvTranspose2d(Tensor input, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] output_padding, long[] dilation, long groups)
    {
        if (input.Impl.Shape.Length == 3)
        {
            CheckTransposedConvolution("conv_transpose2d", input.Impl.Shape, weight.Impl.Shape, bias, stride, padding, output_padding, dilation, groups);
            using var batch = input.unsqueeze(0);
            using var result = ConvTranspose2d(batch, weight, bias, stride, padding, output_padding, dilation, groups);
            return result.squeeze(0);
        }
        var shape = ConvTranspose2dShape(input.Impl.Shape, weight.Impl.Shape, bias, stride, padding, output_padding, dilation, groups);
        CheckSameType("conv_transpose2d", input, weight, "weight");
        CheckSameType("conv_transpose2d", input, bias, "bias");
        return IsHalf(input) ? HalfConvInput(shape, input, weight, bias) : ConvInput(shape, input, weight, bias);
    }

    /// <summary>The convolution whose output is our input.</summary>
    private static ConvShape ConvTranspose2dShape(long[] x, long[] w, Tensor? bias, long[] stride, long[] padding, long[] extra, long[] dilation, long groups)
    {
        const string op = "conv_transpose2d";
        CheckTransposedConvolution(op, x, w, bias, stride, padding, extra, dilation, groups);
        var channels = w[1] * groups;
        var h = (x[2] - 1) * stride[0] - 2 * padding[0] + dilation[0] * (w[2] - 1) + extra[0] + 1;
        var width = (x[3] - 1) * stride[1] - 2 * padding[1] + dilation[1] * (w[3] - 1) + extra[1] + 1;
        return new ConvShape(x[0], channels, h, width, w[0], w[2], w[3], stride[0], stride[1], padding[0], padding[1], dilation[0], dilation[1], groups, x[2], x[3]);
    }
}
