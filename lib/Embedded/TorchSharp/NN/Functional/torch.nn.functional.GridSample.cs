namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Spatial transformers (M. Jaderberg and others, 2015, "Spatial transformer networks").
        public static partial class functional
        {
            /// <summary>
            /// The sampling grid of an affine map: theta <c>[N, 2, 3]</c> and the size <c>[N, C, H, W]</c> of the output give
            /// <c>[N, H, W, 2]</c>, positions (x, y) from -1 to 1.
            /// </summary>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false)
            {
                ArgumentNullException.ThrowIfNull(theta);
                if (size is not { Length: 4 } || theta.ndim != 3 || theta.size(1) != 2 || theta.size(2) != 3)
                {
                    throw new ExternalException($"affine_grid: the embedded engine needs theta [N, 2, 3] and a size [N, C, H, W], but got {Shapes.Text(theta.shape)} and {(size is null ? "no size" : Shapes.Text(size))}.");
                }

                using var scope = NewDisposeScope();
                var (height, width) = (size[2], size[3]);
                var x = Positions(width, align_corners, theta.dtype).view(1, -1).expand(height, width);
                var y = Positions(height, align_corners, theta.dtype).view(-1, 1).expand(height, width);
                var places = stack([x, y, ones([height, width], theta.dtype)], -1).view(1, height * width, 3).expand(size[0], -1, -1);
                return Ops.Matmul(places, theta.transpose(1, 2)).view(size[0], height, width, 2).MoveToOuterDisposeScope();
            }

            /// <summary>
            /// Reads images <c>[N, C, H, W]</c> at the positions of a grid <c>[N, OH, OW, 2]</c>, (x, y) from -1 to 1.
            /// </summary>
            public static Tensor grid_sample(Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear, GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                ArgumentNullException.ThrowIfNull(input);
                ArgumentNullException.ThrowIfNull(grid);
                if (input.ndim != 4 || grid.ndim != 4 || grid.size(3) != 2 || grid.size(0) != input.size(0))
                {
                    throw new ExternalException($"grid_sample: the embedded engine needs images [N, C, H, W] and a grid [N, OH, OW, 2], but got {Shapes.Text(input.shape)} and {Shapes.Text(grid.shape)}.");
                }

                Ops.CheckSameType("grid_sample", input, grid, "grid");
                using var scope = NewDisposeScope();
                var corners = align_corners ?? false;
                var x = Pixel(grid.select(3, 0), input.size(3), corners, padding_mode);
                var y = Pixel(grid.select(3, 1), input.size(2), corners, padding_mode);
                if (mode == GridSampleMode.Nearest)
                {
                    return Read(input, x.round(), y.round(), padding_mode).MoveToOuterDisposeScope();
                }

                var (left, top) = (x.detach().floor(), y.detach().floor());
                var (right, bottom) = (left + 1, top + 1);
                var (toRight, toBottom) = (x - left, y - top);
                var (toLeft, toTop) = (1 - toRight, 1 - toBottom);
                var result =
                    Read(input, left, top, padding_mode) * (toLeft * toTop).unsqueeze(1)
                    + Read(input, right, top, padding_mode) * (toRight * toTop).unsqueeze(1)
                    + Read(input, left, bottom, padding_mode) * (toLeft * toBottom).unsqueeze(1)
                    + Read(input, right, bottom, padding_mode) * (toRight * toBottom).unsqueeze(1);
                return result.MoveToOuterDisposeScope();
            }

            private static Tensor Positions(long count, bool align_corners, ScalarType dtype)
            {
                if (count <= 1)
                {
                    return zeros([count], dtype);
                }

                var edge = align_corners ? 1.0 : (count - 1.0) / count;
                return linspace(-edge, edge, count, dtype);
            }

            // A position from -1 to 1 as a place among pixels, moved into the picture where the mode asks for it.
            private static Tensor Pixel(Tensor position, long count, bool align_corners, GridSamplePaddingMode padding)
            {
                var place = align_corners ? (position + 1) * ((count - 1) / 2.0) : ((position + 1) * count - 1) / 2;
                if (padding == GridSamplePaddingMode.Reflection)
                {
                    // Fold back and forth between the mirrors: the centres of the border pixels or their outer edges.
                    var (low, span) = align_corners ? (0.0, count - 1.0) : (-0.5, (double)count);
                    if (span == 0)
                    {
                        return zeros_like(place);
                    }

                    var along = (place - low).abs();
                    var folds = (along / span).detach().floor();
                    var rest = along - folds * span;
                    place = where(folds.remainder(2) == 0, rest + low, span - rest + low);
                }

                if (padding == GridSamplePaddingMode.Zeros)
                {
                    return place;
                }

                // At the border, too, a place does not move with its coordinate any more.
                var inside = place.detach().gt(0).logical_and(place.detach().lt(count - 1));
                return where(inside, place, place.detach().clamp(0, count - 1));
            }

            private static Tensor Read(Tensor input, Tensor x, Tensor y, GridSamplePaddingMode padding)
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
    }
}
