namespace TorchSharp.Core;

/// <summary>The gradients of slices, windows and diagonals: placed where they came from in a zero tensor.</summary>
internal static partial class Ops
{
    /// <summary>The gradient placed at the slice of a zero tensor.</summary>
    public static Tensor SliceBackward(Tensor grad, long[] shape, int dim, long start, long finish, long step)
    {
        var node = GradMode.Needs(grad) ? new ViewBackward("SliceBackward0", grad, g => g.slice(dim, start, finish, step)) : null;
        var result = Zeros(shape, grad.dtype);
        var strides = (long[])result.Impl.Strides.Clone();
        var offset = start * strides[dim];
        strides[dim] *= step;
        using (var target = result.Alias(grad.Impl.Shape, strides, offset)) CopyInto(target, grad);
        return node is null ? result : node.Attach(result);
    }

    /// <summary>The gradients of the windows of a dimension, which lie in the last dimension, added up.</summary>
    public static Tensor WindowsBack(Tensor grad, long[] shape, int dim, long step)
    {
        var size = grad.Impl.Shape[^1];
        var node = GradMode.Needs(grad) ? new ViewBackward("UnfoldBackwardBackward0", grad, g => g.unfold(dim, size, step)) : null;
        var result = Zeros(shape, grad.dtype);
        using (new GradModeGuard(false))
        {
            if (shape.Length == 0) return node is null ? grad.reshape() : node.Attach(grad.reshape());
            var windows = grad.Impl.Shape[dim];
            for (long i = 0; i < size && windows > 0; i++)
            {
                using var target = result.slice(dim, i, i + (windows - 1) * step + 1, step);
                using var part = grad.select(-1, i);
                target.add_(part);
            }
        }
        return node is null ? result : node.Attach(result);
    }

    /// <summary>The gradient of a diagonal, which is the last dimension.</summary>
    public static Tensor DiagonalBack(Tensor grad, long[] shape, long offset, int dim1, int dim2)
    {
        var node = GradMode.Needs(grad) ? new ViewBackward("DiagonalBackwardBackward0", grad, g => g.diagonal(offset, dim1, dim2)) : null;
        var result = Zeros(shape, grad.dtype);
        using (new GradModeGuard(false))
        using (var target = result.diagonal(offset, dim1, dim2))
            CopyInto(target, grad);
        return node is null ? result : node.Attach(result);
    }
}
