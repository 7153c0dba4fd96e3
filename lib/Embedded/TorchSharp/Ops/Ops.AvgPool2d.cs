using TorchSharp.Kernels.Pool;

namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>Average pooling of [N, C, H, W] or [C, H, W].</summary>
    public static Tensor AvgPool2d(Tensor input, long[] kernel, long[] stride, long[] padding, bool ceil_mode, bool count_include_pad, long? divisor)
    {
        if (divisor == 0) throw new ExternalException("avg_pool2d: divisor must be not zero");
        if (IsHalf(input)) return InSingle(input, wide => AvgPool2d(wide, kernel, stride, padding, ceil_mode, count_include_pad, divisor));
        var shape = PoolGeometry("avg_pool2d", input, kernel, stride, padding, [1, 1], ceil_mode);
        long[] from = input.Impl.Shape, to = [.. from[..^2], shape.OH, shape.OW];
        return LinearMapBackward.Apply(
            "AvgPool2DBackward0", input,
            x =>
            {
                using var rows = RowMajor(x);
                var y = Tensor.Allocate(to, x.dtype);
                AvgPoolKernel(shape, count_include_pad, divisor, rows, y, backward: false);
                return y;
            },
            // Every element of a window gets an equal share.
            grad =>
            {
                using var rows = RowMajor(grad);
                var dx = Tensor.Allocate(from, grad.dtype);
                AvgPoolKernel(shape, count_include_pad, divisor, dx, rows, backward: true);
                return dx;
            });
    }

    private static unsafe void AvgPoolKernel(PoolShape s, bool countIncludePad, long? divisor, Tensor x, Tensor y, bool backward)
    {
        switch (x.dtype)
        {
            case ScalarType.Float32 when backward: AvgPool.Backward(s, countIncludePad, divisor, y.Pointer<float>(), x.Pointer<float>()); break;
            case ScalarType.Float64 when backward: AvgPool.Backward(s, countIncludePad, divisor, y.Pointer<double>(), x.Pointer<double>()); break;
            case ScalarType.Float32: AvgPool.Forward(s, countIncludePad, divisor, x.Pointer<float>(), y.Pointer<float>()); break;
            case ScalarType.Float64: AvgPool.Forward(s, countIncludePad, divisor, x.Pointer<double>(), y.Pointer<double>()); break;
            case ScalarType.Int64 when !backward: AvgPool.Forward(s, countIncludePad, divisor, x.Pointer<long>(), y.Pointer<long>()); break;
            default: throw Dtypes.NotImplementedFor("avg_pool2d", x.dtype);
        }
    }
}
