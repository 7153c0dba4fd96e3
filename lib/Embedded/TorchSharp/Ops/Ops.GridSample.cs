using TorchSharp.Kernels.Resample;

namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>Images [N, C, H, W] read at the positions of a grid [N, OH, OW, 2].</summary>
    public static Tensor GridSample(in GridShape shape, Tensor input, Tensor grid)
    {
        if (IsHalf(input)) return HalfGridSample(shape, input, grid);
        var output = GridSampleForward(shape, input, grid);
        return GradMode.Needs(input, grid) ? new GridSampleBackward(shape, input, grid).Attach(output) : output;
    }

    /// <summary>The gradients of the images and of the grid, those that are wanted.</summary>
    public static unsafe Tensor?[] GridSampleGradients(in GridShape s, Tensor input, Tensor grid, Tensor grad, bool ofInput, bool ofGrid)
    {
        using var x = RowMajor(input);
        using var at = RowMajor(grid);
        using var g = RowMajor(grad);
        var dx = ofInput ? Tensor.Allocate(x.Impl.Shape, x.dtype) : null;
        var moved = ofGrid ? Tensor.Allocate(at.Impl.Shape, at.dtype) : null;
        if (input.dtype == ScalarType.Float32) GridSampling.Backward(s, x.Pointer<float>(), at.Pointer<float>(), g.Pointer<float>(), PointerOrNull<float>(dx), PointerOrNull<float>(moved));
        else GridSampling.Backward(s, x.Pointer<double>(), at.Pointer<double>(), g.Pointer<double>(), PointerOrNull<double>(dx), PointerOrNull<double>(moved));
        return [dx, moved];
    }

    /// <summary>The same in tensor operations, each of which has a derivative.</summary>
    public static Tensor GridSampleInSteps(in GridShape s, Tensor input, Tensor grid)
    {
        using var scope = NewDisposeScope();
        var x = Pixel(grid.select(3, 0), s.W, s.AlignCorners, s.Padding);
        var y = Pixel(grid.select(3, 1), s.H, s.AlignCorners, s.Padding);
        if (s.Mode == GridSampleMode.Nearest) return Read(input, x.round(), y.round()).MoveToOuterDisposeScope();
        var (left, top) = (x.detach().floor(), y.detach().floor());
        var (right, bottom) = (left + 1, top + 1);
        var (toRight, toBottom) = (x - left, y - top);
        var (toLeft, toTop) = (1 - toRight, 1 - toBottom);
        var result =
            Read(input, left, top) * (toLeft * toTop).unsqueeze(1)
            + Read(input, right, top) * (toRight * toTop).unsqueeze(1)
            + Read(input, left, bottom) * (toLeft * toBottom).unsqueeze(1)
            + Read(input, right, bottom) * (toRight * toBottom).unsqueeze(1);
        return result.MoveToOuterDisposeScope();
    }

    private static Tensor HalfGridSample(GridShape shape, Tensor input, Tensor grid) => InSingle(input, wide => GridSample(shape, wide, Single(grid)!));

    private static unsafe Tensor GridSampleForward(in GridShape s, Tensor input, Tensor grid)
    {
        using var x = RowMajor(input);
        using var at = RowMajor(grid);
        var y = Tensor.Allocate([s.N, s.C, s.OH, s.OW], input.dtype, operation: "grid_sample");
        switch (input.dtype)
        {
            case ScalarType.Float32: GridSampling.Forward(s, x.Pointer<float>(), at.Pointer<float>(), y.Pointer<float>()); break;
            case ScalarType.Float64: GridSampling.Forward(s, x.Pointer<double>(), at.Pointer<double>(), y.Pointer<double>()); break;
            default: throw Dtypes.NotImplementedFor("grid_sample", input.dtype);
        }
        return y;
    }

    // A position from -1 to 1 as a place among pixels, moved into the picture where the mode asks for it.
    private static Tensor Pixel(Tensor position, long count, bool align_corners, GridSamplePaddingMode padding)
    {
        var place = align_corners ? (position + 1) * ((count - 1) / 2.0) : ((position + 1) * count - 1) / 2;
        if (padding == GridSamplePaddingMode.Reflection)
        {
            // Fold back and forth between the mirrors: the centres of the border pixels or their outer edges.
            var (low, span) = align_corners ? (0.0, count - 1.0) : (-0.5, (double)count);
            if (span == 0) return zeros_like(place);
            var along = (place - low).abs();
            var folds = (along / span).detach().floor();
            var rest = along - folds * span;
            place = where(folds.remainder(2) == 0, rest + low, span - rest + low);
        }
        if (padding == GridSamplePaddingMode.Zeros) return place;

        // At the border, too, a place does not move with its coordinate any more.
        var inside = place.detach().gt(0).logical_and(place.detach().lt(count - 1));
        return where(inside, place, place.detach().clamp(0, count - 1));
    }

    private static Tensor Read(Tensor input, Tensor x, Tensor y)
    {
        var (n, c, h, w) = (input.size(0), input.size(1), input.size(2), input.size(3));
        var inside = (x >= 0).logical_and(x <= w - 1).logical_and(y >= 0).logical_and(y <= h - 1);
        var (column, row) = (x.detach().clamp(0, w - 1).to(ScalarType.Int64), y.detach().clamp(0, h - 1).to(ScalarType.Int64));
        var points = x.size(1) * x.size(2);
        var place = (row * w + column).view(n, 1, points).expand(n, c, points);
        var values = input.reshape(n, c, h * w).gather(2, place).view(n, c, x.size(1), x.size(2));
        return values * inside.to(input.dtype).unsqueeze(1);
    }
}
