using System.Numerics;
using TorchSharp.Kernels.Resample;

namespace TorchSharp.Core;

internal static partial class Ops
{
    /// <summary>Pads the last dimensions: pad is (left, right) of the last, then (top, bottom) of the one before, and so on; negative crops.</summary>
    public static Tensor Pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
    {
        var rank = input.Impl.Shape.Length;
        if (pad.Length % 2 != 0 || pad.Length > 2 * rank)
            throw new ExternalException($"pad: expected an even number of paddings, at most {2 * rank} for an input of size {Shapes.Text(input.Impl.Shape)}, but got {pad.Length}");
        for (var i = 0; i < pad.Length; i += 2) CheckPad(input.Impl.Shape, rank - 1 - i / 2, pad[i], pad[i + 1], mode);

        // Two dimensions at a time, the last pair first.
        var result = input.alias();
        for (var i = 0; i < pad.Length; i += 4)
        {
            var (top, bottom) = i + 2 < pad.Length ? (pad[i + 2], pad[i + 3]) : (0, 0);
            using var before = result;
            result = PadPair(before, rank - 1 - i / 2, top, bottom, pad[i], pad[i + 1], mode, value);
        }
        return result;
    }

    private static Tensor PadPair(Tensor input, int dim, long top, long bottom, long left, long right, PaddingModes mode, double value)
    {
        var shape = input.Impl.Shape;
        var h = dim > 0 ? shape[dim - 1] : 1;
        var map = new PadMap(Map(h, top, bottom), Map(shape[dim], left, right));
        // What lies behind the padded pair is moved as whole blocks: the columns of the map become runs of elements.
        var inner = Shapes.Count(shape.AsSpan(dim + 1));
        long[] to = [.. shape];
        to[dim] = map.Columns.Length;
        if (dim > 0) to[dim - 1] = map.Rows.Length;
        var expanded = inner == 1 ? map : new PadMap(map.Rows, [.. map.Columns.SelectMany(c => Enumerable.Range(0, (int)inner).Select(i => c < 0 ? -1 : c * inner + i))]);
        var planes = dim > 1 ? Shapes.Count(shape.AsSpan(..(dim - 1))) : 1;
        var w = shape[dim] * inner;
        var output = Padded(input, value);
        // The value at the border is a constant: the derivative knows the map with zeros there.
        return GradMode.Needs(input)
            ? new LinearMapBackward("PadBackward0", input, x => Padded(x, 0), grad => PadGradient(grad, shape, planes, h, w, expanded)).Attach(output)
            : output;

        Tensor Padded(Tensor x, double border)
        {
            var y = Tensor.Allocate(to, x.dtype);
            var call = new PadCall(x, y, planes, h, w, expanded, border);
            Dtypes.Dispatch(x.dtype, ref call);
            return y;
        }

        long[] Map(long size, long before, long after) => mode switch
        {
            PaddingModes.Reflect => PaddingMap.Reflect(size, before, after),
            PaddingModes.Replicate => PaddingMap.Replicate(size, before, after),
            PaddingModes.Circular => PaddingMap.Circular(size, before, after),
            _ => PaddingMap.Constant(size, before, after),
        };
    }

    // What an element was copied to adds up.
    private static unsafe Tensor PadGradient(Tensor grad, long[] inputShape, long planes, long h, long w, PadMap map)
    {
        using var g = RowMajor(grad);
        var dx = Tensor.Allocate(inputShape, grad.dtype);
        if (grad.dtype == ScalarType.Float32) Gather.Backward(planes, h, w, map.Rows, map.Columns, g.Pointer<float>(), dx.Pointer<float>());
        else Gather.Backward(planes, h, w, map.Rows, map.Columns, g.Pointer<double>(), dx.Pointer<double>());
        return dx;
    }

    private static void CheckPad(long[] shape, int dim, long before, long after, PaddingModes mode)
    {
        var size = shape[dim];
        if (size + before + after < 0)
            throw new ExternalException($"pad: the padding ({before}, {after}) of dimension {dim} leaves a negative size for an input of size {Shapes.Text(shape)}");
        if (mode == PaddingModes.Reflect && (before >= size || after >= size))
            throw new ExternalException($"pad: Padding size should be less than the corresponding input dimension, but got: padding ({before}, {after}) at dimension {dim} of input {Shapes.Text(shape)}");
        if (mode == PaddingModes.Circular && (before > size || after > size))
            throw new ExternalException($"pad: Padding value causes wrapping around more than once: padding ({before}, {after}) at dimension {dim} of input {Shapes.Text(shape)}");
        if (mode == PaddingModes.Replicate && size == 0 && (before > 0 || after > 0))
            throw new ExternalException($"pad: dimension {dim} of input {Shapes.Text(shape)} is empty and has no edge to repeat");
    }

    private readonly unsafe struct PadCall(Tensor input, Tensor output, long planes, long h, long w, PadMap map, double value) : INumericVisitor
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            using var x = RowMajor(input);
            Gather.Forward(planes, h, w, map.Rows, map.Columns, T.CreateTruncating(value), x.Pointer<T>(), output.Pointer<T>());
        }
    }
}

/// <summary>Where the rows and columns of a padded map come from.</summary>
internal sealed record PadMap(long[] Rows, long[] Columns);
