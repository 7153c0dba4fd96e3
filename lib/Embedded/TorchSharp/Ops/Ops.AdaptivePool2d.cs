using System.Numerics;
using TorchSharp.Kernels.Pool;

namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>Average pooling of [N, C, H, W] or [C, H, W] to a given size.</summary>
    public static Tensor AdaptiveAvgPool2d(Tensor input, long[] size)
    {
        if (IsHalf(input)) return InSingle(input, wide => AdaptiveAvgPool2d(wide, size));
        var from = input.Impl.Shape;
        var to = AdaptiveSize("adaptive_avg_pool2d", input, size);
        return LinearMapBackward.Apply("AdaptiveAvgPool2DBackward0", input, x => AdaptiveAverage(x, to), grad => AdaptiveAverageGradient(grad, from));
    }

    private static unsafe Tensor AdaptiveAverage(Tensor input, long[] to)
    {
        var (planes, h, w) = PlanesOf(input.Impl.Shape);
        using var x = RowMajor(input);
        var output = Tensor.Allocate(to, input.dtype);
        if (output.Impl.Count == 0) return output;
        switch (input.dtype)
        {
            case ScalarType.Float32: AdaptivePool.Average(planes, h, w, to[^2], to[^1], x.Pointer<float>(), output.Pointer<float>()); break;
            case ScalarType.Float64: AdaptivePool.Average(planes, h, w, to[^2], to[^1], x.Pointer<double>(), output.Pointer<double>()); break;
            default: throw Dtypes.NotImplementedFor("adaptive_avg_pool2d", input.dtype);
        }
        return output;
    }

    private static unsafe Tensor AdaptiveAverageGradient(Tensor grad, long[] from)
    {
        var (planes, h, w) = PlanesOf(from);
        var (_, oh, ow) = PlanesOf(grad.Impl.Shape);
        using var g = RowMajor(grad);
        if (grad.Impl.Count == 0) return zeros(from, dtype: grad.dtype);
        var dx = Tensor.Allocate(from, grad.dtype);
        switch (grad.dtype)
        {
            case ScalarType.Float32: AdaptivePool.AverageBackward(planes, h, w, oh, ow, g.Pointer<float>(), dx.Pointer<float>()); break;
            case ScalarType.Float64: AdaptivePool.AverageBackward(planes, h, w, oh, ow, g.Pointer<double>(), dx.Pointer<double>()); break;
            default: throw Dtypes.NotImplementedFor("adaptive_avg_pool2d", grad.dtype);
        }
        return dx;
    }

    /// <summary>Max pooling of [N, C, H, W] or [C, H, W] to a given size, with the index of each maximum within its plane.</summary>
    public static (Tensor output, Tensor indices) AdaptiveMaxPool2d(Tensor input, long[] size)
    {
        if (IsHalf(input)) return HalfAdaptiveMaxPool2d(input, size);
        var to = AdaptiveSize("adaptive_max_pool2d", input, size);
        var output = Tensor.Allocate(to, input.dtype);
        var indices = Tensor.Allocate(to, ScalarType.Int64);
        if (output.Impl.Count > 0)
        {
            var call = new AdaptiveMaxCall(input, size, output, indices);
            Dtypes.Dispatch(input.dtype, ref call);
        }
        return (GradMode.Needs(input) ? new MaxPool2dBackward("AdaptiveMaxPool2DBackward0", input, indices).Attach(output) : output, indices);
    }

    /// <summary>Adaptive pooling over as many dimensions as the output has sizes: input [N, C, ...] or [C, ...].</summary>
    public static void CheckAdaptivePooling(string op, long[] x, long[] size)
    {
        if (x.Length != size.Length + 1 && x.Length != size.Length + 2) throw new ExternalException($"{op}(): Expected {size.Length + 1}D or {size.Length + 2}D tensor, but got {Shapes.Text(x)}");
        if (size.Any(n => n < 0)) throw new ExternalException($"{op}: elements of output_size must be greater than or equal to 0, but got {Shapes.Text(size)}");
        CheckNotEmpty(op, x, size.Length);
    }

    private static long[] AdaptiveSize(string op, Tensor input, long[] size)
    {
        var x = input.Impl.Shape;
        CheckAdaptivePooling(op, x, size);
        return [.. x[..^2], .. size];
    }

    private static (long Planes, long H, long W) PlanesOf(long[] shape) => (Shapes.Count(shape.AsSpan(..^2)), shape[^2], shape[^1]);

    private readonly unsafe struct AdaptiveMaxCall(Tensor input, long[] size, Tensor output, Tensor indices) : INumericVisitor
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            using var x = RowMajor(input);
            var (planes, h, w) = PlanesOf(input.Impl.Shape);
            AdaptivePool.Max(planes, h, w, size[0], size[1], x.Pointer<T>(), output.Pointer<T>(), indices.Pointer<long>());
        }
    }
}
