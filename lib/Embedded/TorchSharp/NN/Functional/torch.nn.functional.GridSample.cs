using TorchSharp.Kernels.Resample;

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
                if (size is not { Length: 4 } || theta.ndim != 3 || theta.size(0) != size[0] || theta.size(1) != 2 || theta.size(2) != 3)
                {
                    throw new ExternalException($"affine_grid: the embedded engine needs theta [N, 2, 3] and a size [N, C, H, W], but got {Shapes.Text(theta.shape)} and {(size is null ? "no size" : Shapes.Text(size))}.");
                }

                return Ops.AffineGrid(theta, size[2], size[3], align_corners);
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
                var shape = new GridShape(input.size(0), input.size(1), input.size(2), input.size(3), grid.size(1), grid.size(2), mode, padding_mode, align_corners ?? false);
                return Ops.GridSample(shape, input, grid);
            }
        }
    }
}
