using TorchSharp.Kernels.Pool;

namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>Values of [N, C, H, W] or [C, H, W] at their indices in planes of zeros of the given size [OH, OW].</summary>
    public static unsafe Tensor MaxUnpool2d(Tensor input, Tensor indices, long[] size)
    {
        var shape = input.Impl.Shape;
        if (shape.Length is not (3 or 4)) throw new ExternalException($"max_unpool2d: Input to max_unpooling2d should be a 3d or 4d Tensor, but got a tensor of size {Shapes.Text(shape)}");
        if (indices.dtype != ScalarType.Int64) throw new ExternalException($"max_unpool2d: elements in indices should be type int64 but got: {indices.dtype}");
        if (!shape.AsSpan().SequenceEqual(indices.Impl.Shape))
            throw new ExternalException($"max_unpool2d: Expected shape of indices to be same as that of the input tensor ({Shapes.Text(shape)}) but got indices tensor with shape: {Shapes.Text(indices.Impl.Shape)}");
        if (IsHalf(input)) return HalfMaxUnpool2d(input, indices, size);
        using var x = RowMajor(input);
        using var at = RowMajor(indices);
        var (planes, h, w) = PlanesOf(shape);
        var output = Tensor.Allocate([.. shape[..^2], .. size], input.dtype);
        var wrong = input.dtype switch
        {
            ScalarType.Float32 => Unpool.Forward(planes, h * w, size[0] * size[1], x.Pointer<float>(), at.Pointer<long>(), output.Pointer<float>()),
            ScalarType.Float64 => Unpool.Forward(planes, h * w, size[0] * size[1], x.Pointer<double>(), at.Pointer<long>(), output.Pointer<double>()),
            ScalarType.Int64 => Unpool.Forward(planes, h * w, size[0] * size[1], x.Pointer<long>(), at.Pointer<long>(), output.Pointer<long>()),
            _ => throw Dtypes.NotImplementedFor("max_unpool2d", input.dtype),
        };
        if (wrong != -1)
            throw new ExternalException($"max_unpool2d: Found an invalid max index: {wrong} (output volumes are of size {size[0]}x{size[1]})");
        return GradMode.Needs(input) ? new MaxUnpool2dBackward(input, indices).Attach(output) : output;
    }

    public static unsafe Tensor MaxUnpoolGradient(Tensor grad, Tensor indices)
    {
        using var g = RowMajor(grad);
        using var at = RowMajor(indices);
        var (planes, h, w) = PlanesOf(indices.Impl.Shape);
        var (_, oh, ow) = PlanesOf(grad.Impl.Shape);
        var dx = Tensor.Allocate(indices.Impl.Shape, grad.dtype);
        switch (grad.dtype)
        {
            case ScalarType.Float32: Unpool.Backward(planes, h * w, oh * ow, g.Pointer<float>(), at.Pointer<long>(), dx.Pointer<float>()); break;
            case ScalarType.Float64: Unpool.Backward(planes, h * w, oh * ow, g.Pointer<double>(), at.Pointer<long>(), dx.Pointer<double>()); break;
            default: throw Dtypes.NotImplementedFor("max_unpool2d", grad.dtype);
        }
        return dx;
    }
}
