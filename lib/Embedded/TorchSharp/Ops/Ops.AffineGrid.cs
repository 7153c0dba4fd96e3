namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>The positions [N, H, W, 2] that maps [N, 2, 3] take the pixels of an image to.</summary>
    public static Tensor AffineGrid(Tensor theta, long height, long width, bool align_corners)
    {
        if (IsHalf(theta)) return InSingle(theta, wide => AffineGrid(wide, height, width, align_corners));
        long[] maps = theta.Impl.Shape, grid = [maps[0], height, width, 2];
        return LinearMapBackward.Apply("AffineGridGeneratorBackward0", theta, x => Positions(x, grid, align_corners, grid, backward: false), grad => Positions(grad, grid, align_corners, maps, backward: true));
    }

    private static unsafe Tensor Positions(Tensor x, long[] grid, bool align_corners, long[] to, bool backward)
    {
        using var rows = RowMajor(x);
        var y = Tensor.Allocate(to, x.dtype, operation: "affine_grid");
        using var across = Between(grid[2], align_corners, x.dtype);
        using var down = Between(grid[1], align_corners, x.dtype);
        switch (x.dtype)
        {
            case ScalarType.Float32: Run<float>(); break;
            case ScalarType.Float64: Run<double>(); break;
            default: throw Dtypes.NotImplementedFor("affine_grid", x.dtype);
        }
        return y;

        void Run<T>() where T : unmanaged, System.Numerics.INumber<T>
        {
            var columns = new ReadOnlySpan<T>(across.Pointer<T>(), (int)grid[2]);
            var lines = new ReadOnlySpan<T>(down.Pointer<T>(), (int)grid[1]);
            if (backward) Kernels.Resample.AffineGrid.Backward(grid[0], columns, lines, rows.Pointer<T>(), y.Pointer<T>());
            else Kernels.Resample.AffineGrid.Forward(grid[0], columns, lines, rows.Pointer<T>(), y.Pointer<T>());
        }
    }

    // From -1 to 1: the centres of the pixels at the border lie there, or their outer edges.
    private static Tensor Between(long count, bool align_corners, ScalarType dtype)
    {
        if (count <= 1) return zeros([count], dtype);
        var edge = align_corners ? 1.0 : (count - 1.0) / count;
        return linspace(-edge, edge, count, dtype);
    }
}
