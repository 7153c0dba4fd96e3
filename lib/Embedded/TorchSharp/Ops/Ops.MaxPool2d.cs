using System.Numerics;
using TorchSharp.Kernels.Pool;

namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>Max pooling of [N, C, H, W] or [C, H, W] with the flat index (int64) of each maximum within its plane.</summary>
    public static (Tensor output, Tensor indices) MaxPool2d(Tensor input, long[] kernel, long[] stride, long[] padding, long[] dilation, bool ceil_mode)
    {
        if (IsHalf(input)) return HalfMaxPool2d(input, kernel, stride, padding, dilation, ceil_mode);
        if (input.dtype == ScalarType.Bool) throw Dtypes.NotImplementedFor("max_pool2d", input.dtype);
        var shape = PoolGeometry("max_pool2d", input, kernel, stride, padding, dilation, ceil_mode);
        long[] size = [.. input.Impl.Shape[..^2], shape.OH, shape.OW];
        var output = Tensor.Allocate(size, input.dtype, operation: "max_pool2d");
        var indices = Tensor.Allocate(size, ScalarType.Int64);
        var call = new MaxPoolCall(shape, input, output, indices);
        Dtypes.Dispatch(input.dtype, ref call);
        return (GradMode.Needs(input) ? new MaxPool2dBackward("MaxPool2DWithIndicesBackward0", input, indices).Attach(output) : output, indices);
    }

    /// <summary>The maxima alone; their places are found only where a gradient will ask for them.</summary>
    public static Tensor MaxPool2dValues(Tensor input, long[] kernel, long[] stride, long[] padding, long[] dilation, bool ceil_mode)
    {
        if (GradMode.Needs(input) || IsHalf(input) || input.dtype == ScalarType.Bool)
        {
            var (values, indices) = MaxPool2d(input, kernel, stride, padding, dilation, ceil_mode);
            indices.Dispose();
            return values;
        }
        var shape = PoolGeometry("max_pool2d", input, kernel, stride, padding, dilation, ceil_mode);
        var output = Tensor.Allocate([.. input.Impl.Shape[..^2], shape.OH, shape.OW], input.dtype, operation: "max_pool2d");
        var call = new MaxPoolCall(shape, input, output, null);
        Dtypes.Dispatch(input.dtype, ref call);
        return output;
    }

    /// <summary>The gradient of the input of a pooling that kept indices.</summary>
    public static unsafe Tensor MaxPoolGradient(Tensor grad, Tensor indices, long[] inputShape)
    {
        using var g = RowMajor(grad);
        using var at = RowMajor(indices);
        var dx = Tensor.Allocate(inputShape, grad.dtype);
        long planes = Shapes.Count(inputShape.AsSpan(..^2)), size = inputShape[^1] * inputShape[^2];
        var outputs = planes == 0 ? 0 : g.Impl.Count / planes;
        switch (grad.dtype)
        {
            case ScalarType.Float32: MaxPool.Backward(planes, size, outputs, g.Pointer<float>(), at.Pointer<long>(), dx.Pointer<float>()); break;
            case ScalarType.Float64: MaxPool.Backward(planes, size, outputs, g.Pointer<double>(), at.Pointer<long>(), dx.Pointer<double>()); break;
            default: throw Dtypes.NotImplementedFor("max_pool2d", grad.dtype);
        }
        return dx;
    }

    private static PoolShape PoolGeometry(string op, Tensor input, long[] kernel, long[] stride, long[] padding, long[] dilation, bool ceil)
    {
        var x = input.Impl.Shape;
        CheckPooling(op, x, kernel, stride, padding, dilation, ceil);
        var oh = PoolShape.OutputSize(x[^2], kernel[0], stride[0], padding[0], dilation[0], ceil);
        var ow = PoolShape.OutputSize(x[^1], kernel[1], stride[1], padding[1], dilation[1], ceil);
        return new PoolShape(Shapes.Count(x.AsSpan(..^2)), x[^2], x[^1], kernel[0], kernel[1], stride[0], stride[1], padding[0], padding[1], dilation[0], dilation[1], oh, ow);
    }

    private readonly unsafe struct MaxPoolCall(PoolShape shape, Tensor input, Tensor output, Tensor? indices) : INumericVisitor
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            using var x = RowMajor(input);
            MaxPool.Forward(shape, x.Pointer<T>(), output.Pointer<T>(), PointerOrNull<long>(indices));
        }
    }
}
