using TorchSharp.Kernels.Resample;

namespace TorchSharp.Core;

/// <summary>The sampling points of a resampling, and both passes over them.</summary>
internal sealed class ResampleGrid
{
    private readonly (long[] Rows, long[] Columns)? _nearest;
    private readonly long _h;
    private readonly long _w;
    private readonly ResampleWeights _rows;
    private readonly ResampleWeights _columns;

    public ResampleGrid(long h, long w, long[] size, ResampleMode mode, bool alignCorners, double[]? scale)
    {
        (_h, _w) = (h, w);
        switch (mode)
        {
            case ResampleMode.Nearest:
                _nearest = (ResampleWeights.Nearest(h, size[0], scale?[0]), ResampleWeights.Nearest(w, size[1], scale?[1]));
                (_rows, _columns) = (ResampleWeights.OfMap(h, _nearest.Value.Rows), ResampleWeights.OfMap(w, _nearest.Value.Columns));
                break;
            case ResampleMode.Bilinear:
                _rows = ResampleWeights.Linear(h, size[0], alignCorners, scale?[0]);
                _columns = ResampleWeights.Linear(w, size[1], alignCorners, scale?[1]);
                break;
            default:
                _rows = ResampleWeights.Cubic(h, size[0], alignCorners, scale?[0]);
                _columns = ResampleWeights.Cubic(w, size[1], alignCorners, scale?[1]);
                break;
        }
    }

    /// <summary>From images to resampled images, or backward from the gradients of these to those of the images.</summary>
    public unsafe void Run(Tensor input, Tensor output, bool backward)
    {
        switch (input.dtype)
        {
            case ScalarType.Float32: Run<float>(input, output, backward); break;
            case ScalarType.Float64: Run<double>(input, output, backward); break;
            case ScalarType.Byte when !backward: Bytes(Planes(input), input.Pointer<byte>(), output.Pointer<byte>()); break;
            default: throw Dtypes.NotImplementedFor("interpolate", input.dtype);
        }
    }

    private unsafe void Run<T>(Tensor input, Tensor output, bool backward) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var planes = Planes(input);
        T* x = input.Pointer<T>(), y = output.Pointer<T>();
        if (backward) Resampling.Run(planes, _rows.Transposed(), _columns.Transposed(), x, y);
        else if (_nearest is { } map) Gather.Forward(planes, _h, _w, map.Rows, map.Columns, default, x, y);
        else Resampling.Run(planes, _rows, _columns, x, y);
    }

    private unsafe void Bytes(long planes, byte* x, byte* y)
    {
        if (_nearest is { } map) Gather.Forward(planes, _h, _w, map.Rows, map.Columns, default, x, y);
        else ByteResampling.Run(planes, _rows, _columns, x, y);
    }

    private static long Planes(Tensor images) => Shapes.Count(images.Impl.Shape.AsSpan(..^2));
}
