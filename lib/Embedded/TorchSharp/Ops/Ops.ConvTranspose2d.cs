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
            using var batch = input.unsqueeze(0);
            using var result = ConvTranspose2d(batch, weight, bias, stride, padding, output_padding, dilation, groups);
            return result.squeeze(0);
        }
        var shape = ConvTranspose2dShape(input.Impl.Shape, weight.Impl.Shape, bias, stride, padding, output_padding, dilation, groups);
        CheckSameType("conv_transpose2d", input, weight, "weight");
        CheckSameType("conv_transpose2d", input, bias, "bias");
        return ConvInput(shape, input, weight, bias);
    }

    /// <summary>The convolution whose output is our input.</summary>
    private static ConvShape ConvTranspose2dShape(long[] x, long[] w, Tensor? bias, long[] stride, long[] padding, long[] extra, long[] dilation, long groups)
    {
        const string op = "conv_transpose2d";
        if (x.Length != 4)
            throw new ExternalException($"Expected 3D (unbatched) or 4D (batched) input to {op}, but got input of size: {Shapes.Text(x)}");
        if (w.Length != 4)
            throw new ExternalException($"{op}: expected a 4-dimensional weight [in, out/groups, height, width], but got weight of size {Shapes.Text(w)}");
        if (groups < 1 || w[0] % groups != 0) throw new ExternalException($"{op}: weight of size {Shapes.Text(w)} cannot be split into {groups} groups at dimension 0");
        if (x[1] != w[0])
            throw new ExternalException($"Given transposed=1, weight of size {Shapes.Text(w)}, expected input{Shapes.Text(x)} to have {w[0]} channels, but got {x[1]} channels instead");
        CheckWindow(op, stride, padding, dilation);
        var channels = w[1] * groups;
        if (bias is not null && (bias.Impl.Shape.Length != 1 || bias.Impl.Shape[0] != channels))
            throw new ExternalException($"Given transposed=1, weight of size {Shapes.Text(w)}, expected bias to be 1-dimensional with {channels} elements, but got bias of size {Shapes.Text(bias.Impl.Shape)} instead");
        for (var d = 0; d < 2; d++)
            if (extra[d] < 0 || (extra[d] >= stride[d] && extra[d] >= dilation[d]))
                throw new ExternalException($"{op}: output padding must be smaller than either stride or dilation, but got output_padding {Shapes.Text(extra)}, stride {Shapes.Text(stride)}, dilation {Shapes.Text(dilation)}");
        var h = (x[2] - 1) * stride[0] - 2 * padding[0] + dilation[0] * (w[2] - 1) + extra[0] + 1;
        var width = (x[3] - 1) * stride[1] - 2 * padding[1] + dilation[1] * (w[3] - 1) + extra[1] + 1;
        if (h < 1 || width < 1)
            throw new ExternalException($"{op}: given input size per channel ({x[2]} x {x[3]}), the calculated output size per channel is ({h} x {width}), which is too small");
        return new ConvShape(x[0], channels, h, width, w[0], w[2], w[3], stride[0], stride[1], padding[0], padding[1], dilation[0], dilation[1], groups, x[2], x[3]);
    }
}
