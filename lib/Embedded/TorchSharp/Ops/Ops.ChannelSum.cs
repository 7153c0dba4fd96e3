using TorchSharp.Kernels.Norm;

namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>The gradient of a bias of dimension 1, in the graph.</summary>
    public static Tensor BiasGradient(Tensor grad) =>
        GradMode.Needs(grad) ? grad.sum([0, .. Enumerable.Range(2, (int)grad.ndim - 2).Select(d => (long)d)]) : ChannelSum(grad);

    /// <summary>The sum over all but dimension 1 of [N, C, ...]: the gradient of a bias.</summary>
    public static unsafe Tensor ChannelSum(Tensor x)
    {
        using var rows = RowMajor(x);
        var (n, c, s) = ChannelView(rows.Impl.Shape);
        var sums = Tensor.Allocate([c], x.dtype);
        switch (x.dtype)
        {
            case ScalarType.Float32: ChannelSums.Run(n, c, s, rows.Pointer<float>(), sums.Pointer<float>()); break;
            case ScalarType.Float64: ChannelSums.Run(n, c, s, rows.Pointer<double>(), sums.Pointer<double>()); break;
            default: throw Dtypes.NotImplementedFor("channel sum", x.dtype);
        }
        return sums;
    }

    /// <summary>[N, C, ...] as [N, C, S].</summary>
    private static (long N, long C, long S) ChannelView(long[] shape) => (shape[0], shape[1], Shapes.Count(shape.AsSpan(2)));
}
