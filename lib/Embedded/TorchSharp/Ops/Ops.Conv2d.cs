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
            CheckConvolution("conv2d", input.Impl.Shape, weight.Impl.Shape, bias, stride, padding, dilation, groups);
            using var batch = input.unsqueeze(0);
            using var result = Conv2d(batch, weight, bias, stride, padding, dilation, groups);
            return result.squeeze(0);
        }
        var shape = Conv2dShape("conv2d", input.Impl.Shape, weight.Impl.Shape, bias, stride, padding, dilation, groups);
        CheckSameType("conv2d", input, weight, "weight");
        CheckSameType("conv2d", input, bias, "bias");
        CheckDilationOfIntegers("conv2d", input, dilation);
        return IsHalf(input) ? HalfConv(shape, input, weight, bias) : Conv(shape, input, weight, bias);
    }

    /// <summary>PyTorch spreads the taps of integers only where they have 64 bits.</summary>
    public static void CheckDilationOfIntegers(string op, Tensor input, long[] dilation)
    {
        if (Dtypes.IsIntegral(input.dtype) && input.dtype != ScalarType.Int64 && input.Impl.Count > 0 && dilation.Any(d => d != 1))
            throw new ExternalException($"\"{op}\" with dilation {Shapes.Text(dilation)} not implemented for '{Dtypes.CppName(input.dtype)}'; convert the tensors to Int64 or Float32 with to()");
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
        var y = Tensor.Allocate([s.N, s.OC, s.OH, s.OW], input.dtype, operation: "conv2d");
        switch (input.dtype)
        {
            case ScalarType.Float32: ConvForward.Run(s, x.Pointer<float>(), w.Pointer<float>(), PointerOrNull<float>(b), y.Pointer<float>()); break;
            case ScalarType.Float64: ConvForward.Run(s, x.Pointer<double>(), w.Pointer<double>(), PointerOrNull<double>(b), y.Pointer<double>()); break;
            case ScalarType.Int64: IntegerConvolution.Forward(s, x.Pointer<long>(), w.Pointer<long>(), PointerOrNull<long>(b), y.Pointer<long>()); break;
            case ScalarType.Int32: IntegerConvolution.Forward(s, x.Pointer<int>(), w.Pointer<int>(), PointerOrNull<int>(b), y.Pointer<int>()); break;
            case ScalarType.Int16: IntegerConvolution.Forward(s, x.Pointer<short>(), w.Pointer<short>(), PointerOrNull<short>(b), y.Pointer<short>()); break;
            case ScalarType.Int8: IntegerConvolution.Forward(s, x.Pointer<sbyte>(), w.Pointer<sbyte>(), PointerOrNull<sbyte>(b), y.Pointer<sbyte>()); break;
            case ScalarType.Byte: IntegerConvolution.Forward(s, x.Pointer<byte>(), w.Pointer<byte>(), PointerOrNull<byte>(b), y.Pointer<byte>()); break;
            default: throw Dtypes.NotImplementedFor("conv2d", input.dtype);
        }
        return y;
    }

    private static unsafe Tensor Conv2dInputGradient(in ConvShape s, Tensor outputGrad, Tensor weight, Tensor? bias = null)
    {
        using var g = RowMajor(outputGrad);
        using var w = RowMajor(weight);
        using var b = RowMajorOptional(bias);
        var dx = Tensor.Allocate([s.N, s.C, s.H, s.W], outputGrad.dtype, operation: "conv_transpose2d or the input gradient of conv2d");
        switch (outputGrad.dtype)
        {
            case ScalarType.Float32: ConvBackwardInput.Run(s, g.Pointer<float>(), w.Pointer<float>(), PointerOrNull<float>(b), dx.Pointer<float>()); break;
            case ScalarType.Float64: ConvBackwardInput.Run(s, g.Pointer<double>(), w.Pointer<double>(), PointerOrNull<double>(b), dx.Pointer<double>()); break;
            case ScalarType.Int64: IntegerConvolution.Transposed(s, g.Pointer<long>(), w.Pointer<long>(), PointerOrNull<long>(b), dx.Pointer<long>()); break;
            default: throw Dtypes.NotImplementedFor("conv_transpose2d", outputGrad.dtype);
        }
        return dx;
    }

    private static unsafe Tensor Conv2dWeightGradient(in ConvShape s, Tensor input, Tensor outputGrad)
    {
        using var x = RowMajor(input);
        using var g = RowMajor(outputGrad);
        var dw = Tensor.Allocate([s.OC, s.CPerGroup, s.KH, s.KW], outputGrad.dtype, operation: "the weight gradient of conv2d");
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
        CheckConvolution(op, x, w, bias, stride, padding, dilation, groups);
        long oh = ConvShape.OutputSize(x[2], w[2], stride[0], padding[0], dilation[0]), ow = ConvShape.OutputSize(x[3], w[3], stride[1], padding[1], dilation[1]);
        return new ConvShape(x[0], x[1], x[2], x[3], w[0], w[2], w[3], stride[0], stride[1], padding[0], padding[1], dilation[0], dilation[1], groups, oh, ow);
    }
}
