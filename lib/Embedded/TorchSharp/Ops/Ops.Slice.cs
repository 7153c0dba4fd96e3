namespace TorchSharp.Core;

/// <summary>The gradient of a slice.</summary>
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
}
