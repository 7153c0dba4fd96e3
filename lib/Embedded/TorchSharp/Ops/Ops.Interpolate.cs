namespace TorchSharp.Core;

/// <summary>How values between the elements of an image are found.</summary>
internal enum ResampleMode
{
    Nearest,
    Bilinear,
    Bicubic,
}

internal static partial class Ops
{
    /// <summary>Resamples [N, C, H, W] or [C, H, W] to the size [OH, OW].</summary>
    /// <param name="input">The images.</param>
    /// <param name="size">Output height and width.</param>
    /// <param name="mode">Nearest neighbour, bilinear or bicubic.</param>
    /// <param name="align_corners">Whether the centres of the corner elements coincide.</param>
    /// <param name="scale_factor">The factors that the caller asked for, which then decide the sampling points; null: the ratio of the sizes.</param>
    public static Tensor Interpolate(Tensor input, long[] size, ResampleMode mode, bool align_corners, double[]? scale_factor = null)
    {
        var shape = input.Impl.Shape;
        if (shape.Length is not (3 or 4)) throw new ExternalException($"interpolate: expected a 3D or 4D input, but got {Shapes.Text(shape)}");
        if (size[0] < 1 || size[1] < 1 || shape[^1] < 1 || shape[^2] < 1)
            throw new ExternalException($"interpolate: Input and output sizes should be greater than 0, but got input {Shapes.Text(shape)} and output {Shapes.Text(size)}");
        if (IsHalf(input)) return InSingle(input, wide => Interpolate(wide, size, mode, align_corners, scale_factor));
        var grid = new ResampleGrid(shape[^2], shape[^1], size, mode, align_corners, scale_factor);
        long[] to = [.. shape[..^2], .. size];
        return LinearMapBackward.Apply("UpsampleBackward0", input, x => Resampled(grid, x, to, backward: false), grad => Resampled(grid, grad, shape, backward: true));
    }

    private static Tensor Resampled(ResampleGrid grid, Tensor x, long[] to, bool backward)
    {
        using var rows = RowMajor(x);
        var y = Tensor.Allocate(to, x.dtype, operation: "interpolate");
        grid.Run(rows, y, backward);
        return y;
    }
}
