namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>
            /// Resamples the spatial dimensions of <c>[N, C, L]</c> (nearest, linear, area), <c>[N, C, H, W]</c> (nearest, bilinear,
            /// bicubic, area) or <c>[N, C, D, H, W]</c> (nearest, trilinear, area) to a size or by a factor. Bytes are resampled by the
            /// nearest, and images of bytes bilinearly and bicubically too.
            /// </summary>
            /// <exception cref="ExternalException">Neither or both of size and scale_factor, or a mode that the rank does not have.</exception>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var spatial = (int)Given(x).ndim - 2;
                if (spatial is not (1 or 2 or 3))
                {
                    throw new ExternalException($"interpolate: the input must be [N, C, L], [N, C, H, W] or [N, C, D, H, W], but it has shape {Shapes.Text(x.shape)}.");
                }

                if (antialias)
                {
                    throw new ArgumentException("interpolate: the embedded engine has no antialiasing; use antialias: false.");
                }

                if ((size is null) == (scale_factor is null))
                {
                    throw new ExternalException(size is null ? "interpolate: either size or scale_factor should be defined." : "interpolate: only one of size or scale_factor should be defined, but both are.");
                }

                if (align_corners is not null && mode is InterpolationMode.Nearest or InterpolationMode.Area)
                {
                    throw new ExternalException($"interpolate: align_corners can only be set with the modes linear, bilinear, bicubic and trilinear, but mode is {mode}.");
                }

                var factors = size?.Length ?? scale_factor!.Length;
                if (factors != 1 && factors != spatial)
                {
                    throw new ExternalException($"interpolate: an input of shape {Shapes.Text(x.shape)} needs 1 or {spatial} values in {(size is null ? "scale_factor" : "size")}, but {factors} were given.");
                }

                var target = new long[spatial];
                for (var d = 0; d < spatial; d++)
                {
                    target[d] = size is not null
                        ? size[size.Length == 1 ? 0 : d]
                        : (long)Math.Floor(x.size(d + 2) * scale_factor![scale_factor.Length == 1 ? 0 : d]);
                }

                if (mode == InterpolationMode.Area)
                {
                    return spatial switch
                    {
                        1 => adaptive_avg_pool1d(x, target[0]),
                        2 => adaptive_avg_pool2d(x, target),
                        _ => adaptive_avg_pool3d(x, target),
                    };
                }

                var method = (mode, spatial) switch
                {
                    (InterpolationMode.Nearest, _) => ResampleMode.Nearest,
                    (InterpolationMode.Linear, 1) or (InterpolationMode.Bilinear, 2) or (InterpolationMode.Trilinear, 3) => ResampleMode.Bilinear,
                    (InterpolationMode.Bicubic, 2) => ResampleMode.Bicubic,
                    _ => throw new ExternalException($"interpolate: mode {mode} is not available for an input of {x.ndim} dimensions, shape {Shapes.Text(x.shape)}."),
                };
                if (x.dtype == ScalarType.Byte && spatial != 2 && method != ResampleMode.Nearest)
                {
                    throw new ExternalException($"interpolate: mode {mode} of bytes is not available for an input of shape {Shapes.Text(x.shape)}; convert it to Float32 with to().");
                }

                var scales = scale_factor is null || recompute_scale_factor ? null : scale_factor.Length == 1 ? [.. Enumerable.Repeat(scale_factor[0], spatial)] : scale_factor;
                var align = align_corners ?? false;
                return spatial switch
                {
                    1 => Line(x, target[0], method, align, scales),
                    2 => Ops.Interpolate(x, target, method, align, scales),
                    _ => Volume(x, target, method, align, scales),
                };
            }

            public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false)
                => interpolate(input, size, scale_factor, (InterpolationMode)mode, mode == UpsampleMode.Nearest ? null : align_corners);

            public static Tensor upsample_bilinear(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false)
                => interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            public static Tensor upsample_nearest(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false)
                => interpolate(x, size, scale_factor);

            // A line is an image of height 1.
            private static Tensor Line(Tensor x, long size, ResampleMode method, bool align, double[]? scales)
            {
                using var image = x.unsqueeze(-2);
                using var result = Ops.Interpolate(image, [1, size], method, align, scales is null ? null : [1, scales[0]]);
                return result.squeeze(-2);
            }

            // The weights of a volume are products: first each image of it, then along the depth.
            private static Tensor Volume(Tensor x, long[] size, ResampleMode method, bool align, double[]? scales)
                => Batched("interpolate", x, volume => AcrossThenDeep(
                    volume,
                    images => Ops.Interpolate(images, size[1..], method, align, scales?[1..]),
                    columns => Ops.Interpolate(columns, [size[0], columns.size(3)], method, align, scales is null ? null : [scales[0], 1])));
        }
    }
}
