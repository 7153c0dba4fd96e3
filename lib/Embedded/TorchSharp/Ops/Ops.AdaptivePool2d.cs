using System.Numerics;
using TorchSharp.Kernels.Pool;

namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>Average pooling of [N, C, H, W] or [C, H, W] to a given size; -1 keeps a dimension.</summary>
    public static Tensor AdaptiveAvgPool2d(Tensor input, long[] size)
    {
        var from = input.Impl.Shape;
        var to = AdaptiveSize("adaptive_avg_pool2d", input, ref size);
        return LinearMapBackward.Apply("AdaptiveAvgPool2DBackward0", input, x => AdaptiveAverage(x, to), grad => AdaptiveAverageGradient(grad, from));
    }

    private static unsafe Tensor AdaptiveAverage(Tensor input, long[] to)
    {
        var (planes, h, w) = PlanesOf(input.Impl.Shape);
        using var x = RowMajor(input);
        var output = Tensor.Allocate(to, input.dtype);
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
        var to = AdaptiveSize("adaptive_max_pool2d", input, ref size);
        var output = Tensor.Allocate(to, input.dtype);
        var indices = Tensor.Allocate(to, ScalarType.Int64);
        var call = new AdaptiveMaxCall(input, size, output, indices);
        Dtypes.Dispatch(input.dtype, ref call);
        return (GradMode.Needs(input) ? new MaxPool2dBackward("AdaptiveMaxPool2DBackward0", input, indices).Attach(output) : output, indices);
    }

    private static long[] AdaptiveSize(string op, Tensor input, ref long[] size)
    {
        var x = input.Impl.Shape;
        if (x.Length is not (3 or 4)) throw new ExternalException($"{op}(): Expected 3D or 4D tensor, but got {Shapes.Text(x)}");
        size = [size[0] == -1 ? x[^2] : size[0], size[1] == -1 ? x[^1] : size[1]];
        if (size[0] < 0 || size[1] < 0) throw new ExternalException($"{op}: elements of output_size must be greater than or equal to 0, but got {Shapes.Text(size)}");
        for (var d = 1; d < x.Length; d++)
            if (x[d] == 0 && (d > 1 || x.Length == 3))
                throw new ExternalException($"{op}(): Expected input to have non-zero size for non-batch dimensions, but input has sizes {Shapes.Text(x)} with dimension {d} being empty");
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
