using TorchSharp.Kernels.Resample;

namespace TorchSharp.Core;

/// <summary>The sampling points of a resampling, and both passes over them.</summary>
internal sealed class ResampleGrid
{
    private readonly long _h;
    private readonly long _w;
    private readonly (long[] Rows, long[] Columns)? _nearest;
    private readonly (ResampleWeights Rows, ResampleWeights Columns)? _weighted;

    public ResampleGrid(long h, long w, long[] size, ResampleMode mode, bool alignCorners, double[]? scale)
    {
        (_h, _w) = (h, w);
        switch (mode)
        {
            case ResampleMode.Nearest:
                _nearest = (ResampleWeights.Nearest(h, size[0], scale?[0]), ResampleWeights.Nearest(w, size[1], scale?[1]));
                break;
            case ResampleMode.Bilinear:
                _weighted = (ResampleWeights.Linear(h, size[0], alignCorners, scale?[0]), ResampleWeights.Linear(w, size[1], alignCorners, scale?[1]));
                break;
            default:
                _weighted = (ResampleWeights.Cubic(h, size[0], alignCorners, scale?[0]), ResampleWeights.Cubic(w, size[1], alignCorners, scale?[1]));
                break;
        }
    }

    /// <summary>Forward: small to large in the sense of input to output; backward the other way.</summary>
    public void Run(Tensor input, Tensor output, bool backward)
    {
        switch (input.dtype)
        {
            case ScalarType.Float32: Run<float>(input, output, backward); break;
            case ScalarType.Float64: Run<double>(input, output, backward); break;
            default: throw Dtypes.NotImplementedFor("interpolate", input.dtype);
        }
    }

    private unsafe void Run<T>(Tensor input, Tensor output, bool backward) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var planes = Shapes.Count(input.Impl.Shape.AsSpan(..^2));
        T* x = input.Pointer<T>(), y = output.Pointer<T>();
        if (_nearest is { } map)
        {
            if (backward) Gather.Backward(planes, _h, _w, map.Rows, map.Columns, y, x);
            else Gather.Forward(planes, _h, _w, map.Rows, map.Columns, default, x, y);
            return;
        }
        var (rows, columns) = _weighted!.Value;
        if (backward) Resampling.Backward(planes, _h, _w, rows, columns, y, x);
        else Resampling.Forward(planes, _h, _w, rows, columns, x, y);
    }
}
