using TorchSharp.Kernels.Conv;

namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>
    /// Two-dimensional convolution (cross-correlation) of input [N, C, H, W] or [C, H, W] with weight [OC, C/groups, KH, KW].
    /// </summary>
    public static Tensor Conv2d(Tensor input, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] dilation, long groups)
    {
        if (input.Impl.Shape.Length == 3)
        {
            using var batch = input.unsqueeze(0);
            using var result = Conv2d(batch, weight, bias, stride, padding, dilation, groups);
            return result.squeeze(0);
        }
        var shape = Conv2dShape("conv2d", input.Impl.Shape, weight.Impl.Shape, bias, stride, padding, dilation, groups);
        CheckSameType("conv2d", input, weight, "weight");
        CheckSameType("conv2d", input, bias, "bias");
        return Conv(shape, input, weight, bias);
    }

    // The three products of a convolution. Each is linear in its two tensors, and its gradients are the other two.

    /// <summary>y = w * x + b.</summary>
    public static Tensor Conv(in ConvShape shape, Tensor input, Tensor weight, Tensor? bias = null)
    {
        var output = Conv2dForward(shape, input, weight, bias);
        return GradMode.Needs(input, weight, bias) ? new Conv2dBackward(shape, input, weight, bias).Attach(output) : output;
    }

    /// <summary>The gradient of a convolution's input; with a bias, a transposed convolution.</summary>
    public static Tensor ConvInput(in ConvShape shape, Tensor grad, Tensor weight, Tensor? bias = null)
    {
        var output = Conv2dInputGradient(shape, grad, weight, bias);
        return GradMode.Needs(grad, weight, bias) ? new ConvTranspose2dBackward(shape, grad, weight, bias).Attach(output) : output;
    }

    /// <summary>The gradient of a convolution's weight.</summary>
    public static Tensor ConvWeight(in ConvShape shape, Tensor input, Tensor grad)
    {
        var output = Conv2dWeightGradient(shape, input, grad);
        return GradMode.Needs(input, grad) ? new ConvWeightBackward(shape, input, grad).Attach(output) : output;
    }

    private static unsafe Tensor Conv2dForward(in ConvShape s, Tensor input, Tensor weight, Tensor? bias = null)
    {
        using var x = RowMajor(input);
        using var w = RowMajor(weight);
        using var b = RowMajorOptional(bias);
        var y = Tensor.Allocate([s.N, s.OC, s.OH, s.OW], input.dtype);
        switch (input.dtype)
        {
            case ScalarType.Float32: ConvForward.Run(s, x.Pointer<float>(), w.Pointer<float>(), PointerOrNull<float>(b), y.Pointer<float>()); break;
            case ScalarType.Float64: ConvForward.Run(s, x.Pointer<double>(), w.Pointer<double>(), PointerOrNull<double>(b), y.Pointer<double>()); break;
            default: throw Dtypes.NotImplementedFor("conv2d", input.dtype);
        }
        return y;
    }

    private static unsafe Tensor Conv2dInputGradient(in ConvShape s, Tensor outputGrad, Tensor weight, Tensor? bias = null)
    {
        using var g = RowMajor(outputGrad);
        using var w = RowMajor(weight);
        using var b = RowMajorOptional(bias);
        var dx = Tensor.Allocate([s.N, s.C, s.H, s.W], outputGrad.dtype);
        switch (outputGrad.dtype)
        {
            case ScalarType.Float32: ConvBackwardInput.Run(s, g.Pointer<float>(), w.Pointer<float>(), PointerOrNull<float>(b), dx.Pointer<float>()); break;
            case ScalarType.Float64: ConvBackwardInput.Run(s, g.Pointer<double>(), w.Pointer<double>(), PointerOrNull<double>(b), dx.Pointer<double>()); break;
            default: throw Dtypes.NotImplementedFor("conv2d", outputGrad.dtype);
        }
        return dx;
    }

    private static unsafe Tensor Conv2dWeightGradient(in ConvShape s, Tensor input, Tensor outputGrad)
    {
        using var x = RowMajor(input);
        using var g = RowMajor(outputGrad);
        var dw = Tensor.Allocate([s.OC, s.CPerGroup, s.KH, s.KW], outputGrad.dtype);
        switch (outputGrad.dtype)
        {
            case ScalarType.Float32: ConvBackwardWeight.Run(s, x.Pointer<float>(), g.Pointer<float>(), dw.Pointer<float>()); break;
            case ScalarType.Float64: ConvBackwardWeight.Run(s, x.Pointer<double>(), g.Pointer<double>(), dw.Pointer<double>()); break;
            default: throw Dtypes.NotImplementedFor("conv2d", outputGrad.dtype);
        }
        return dw;
    }

    private static ConvShape Conv2dShape(string op, long[] x, long[] w, Tensor? bias, long[] stride, long[] padding, long[] dilation, long groups)
    {
        if (x.Length != 4)
            throw new ExternalException($"Expected 3D (unbatched) or 4D (batched) input to {op}, but got input of size: {Shapes.Text(x)}");
        if (w.Length != 4)
            throw new ExternalException($"{op}: expected a 4-dimensional weight [out, in/groups, height, width], but got weight of size {Shapes.Text(w)}");
        if (groups < 1) throw new ExternalException($"{op}: non-positive groups is not supported, but groups is {groups}");
        if (w[1] * groups != x[1])
            throw new ExternalException($"Given groups={groups}, weight of size {Shapes.Text(w)}, expected input{Shapes.Text(x)} to have {w[1] * groups} channels, but got {x[1]} channels instead");
        if (w[0] % groups != 0 || w[0] < groups)
            throw new ExternalException($"Given groups={groups}, expected weight to be divisible by {groups} at dimension 0, but got weight of size {Shapes.Text(w)} instead");
        if (bias is not null && (bias.Impl.Shape.Length != 1 || bias.Impl.Shape[0] != w[0]))
            throw new ExternalException($"Given weight of size {Shapes.Text(w)}, expected bias to be 1-dimensional with {w[0]} elements, but got bias of size {Shapes.Text(bias.Impl.Shape)} instead");
        CheckWindow(op, stride, padding, dilation);
        if (w[2] < 1 || w[3] < 1) throw new ExternalException($"{op}: kernel size should be greater than zero, but got weight of size {Shapes.Text(w)}");
        long oh = ConvShape.OutputSize(x[2], w[2], stride[0], padding[0], dilation[0]), ow = ConvShape.OutputSize(x[3], w[3], stride[1], padding[1], dilation[1]);
        if (oh < 1 || ow < 1)
            throw new ExternalException($"{op}: calculated padded input size per channel: ({x[2] + 2 * padding[0]} x {x[3] + 2 * padding[1]}). Kernel size: ({dilation[0] * (w[2] - 1) + 1} x {dilation[1] * (w[3] - 1) + 1}). Kernel size can't be greater than actual input size; the input was {Shapes.Text(x)}");
        return new ConvShape(x[0], x[1], x[2], x[3], w[0], w[2], w[3], stride[0], stride[1], padding[0], padding[1], dilation[0], dilation[1], groups, oh, ow);
    }

    private static void CheckWindow(string op, long[] stride, long[] padding, long[] dilation)
    {
        if (stride[0] < 1 || stride[1] < 1) throw new ExternalException($"{op}: non-positive stride is not supported, but stride is {Shapes.Text(stride)}");
        if (padding[0] < 0 || padding[1] < 0) throw new ExternalException($"{op}: negative padding is not supported, but padding is {Shapes.Text(padding)}");
        if (dilation[0] < 1 || dilation[1] < 1) throw new ExternalException($"{op}: dilation should be greater than zero, but dilation is {Shapes.Text(dilation)}");
    }
}
