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
        if (mode is not (PaddingModes.Constant or PaddingModes.Zeros) && (pad.Length is < 2 or > 6 || rank - pad.Length / 2 is not (1 or 2)))
            throw new ExternalException($"pad: Padding size {pad.Length} is not supported for {rank}D input tensor of size {Shapes.Text(input.Impl.Shape)} with mode {mode}; only 2D or 3D inputs take 2 values, 3D or 4D inputs 4, 4D or 5D inputs 6");
        for (var i = 0; i < pad.Length; i += 2) CheckPad(input.Impl.Shape, rank - 1 - i / 2, pad[i], pad[i + 1], mode);
        if (mode is PaddingModes.Constant or PaddingModes.Zeros) return PadConstant(input, pad, value);
        if (IsHalf(input)) return HalfPad(input, pad, mode, value);

        // Two dimensions at a time, the last pair first.
        var result = input.alias();
        for (var i = 0; i < pad.Length; i += 4)
        {
            var (top, bottom) = i + 2 < pad.Length ? (pad[i + 2], pad[i + 3]) : (0, 0);
            using var before = result;
            result = PadPair(before, rank - 1 - i / 2, top, bottom, pad[i], pad[i + 1], mode);
        }
        return result;
    }

    // A box of the input, cut where the padding is negative, in a box of the value. The derivative knows zeros around it.
    private static Tensor PadConstant(Tensor input, long[] pad, double value)
    {
        long[] from = input.Impl.Shape, to = [.. from], box = [.. from], corner = new long[from.Length], place = new long[from.Length];
        for (var i = 0; i < pad.Length; i += 2)
        {
            var dim = from.Length - 1 - i / 2;
            to[dim] += pad[i] + pad[i + 1];
            box[dim] = Math.Max(0, box[dim] + Math.Min(pad[i], 0) + Math.Min(pad[i + 1], 0));
            corner[dim] = Math.Max(-pad[i], 0);
            place[dim] = Math.Max(pad[i], 0);
        }
        var output = Boxed(input, corner, box, to, place, value);
        return GradMode.Needs(input)
            ? new LinearMapBackward("ConstantPadNdBackward0", input, x => Boxed(x, corner, box, to, place, 0), grad => Boxed(grad, place, box, from, corner, 0)).Attach(output)
            : output;
    }

    private static Tensor Boxed(Tensor x, long[] corner, long[] box, long[] shape, long[] place, double border)
    {
        var y = Full(shape, border, x.dtype, "pad");
        if (Shapes.Count(box) == 0) return y;
        using var source = x.Alias(box, x.Impl.Strides, Offset(x.Impl, corner));
        using var target = y.Alias(box, y.Impl.Strides, Offset(y.Impl, place));
        CopyInto(target, source);
        return y;

        static long Offset(TensorImpl of, long[] corner)
        {
            var offset = of.Offset;
            for (var d = 0; d < corner.Length; d++) offset += corner[d] * of.Strides[d];
            return offset;
        }
    }

    private static Tensor PadPair(Tensor input, int dim, long top, long bottom, long left, long right, PaddingModes mode)
    {
        var shape = input.Impl.Shape;
        var h = dim > 0 ? shape[dim - 1] : 1;
        var map = new PadMap(Map(h, top, bottom), Map(shape[dim], left, right));
        // What lies behind the padded pair is moved as whole blocks: the columns of the map become runs of elements.
        var inner = Shapes.Count(shape.AsSpan(dim + 1));
        long[] to = [.. shape];
        to[dim] = map.Columns.Length;
        if (dim > 0) to[dim - 1] = map.Rows.Length;
        var expanded = inner == 1 ? map : new PadMap(map.Rows, [.. map.Columns.SelectMany(c => Enumerable.Range(0, (int)inner).Select(i => c * inner + i))]);
        var planes = dim > 1 ? Shapes.Count(shape.AsSpan(..(dim - 1))) : 1;
        var w = shape[dim] * inner;
        return LinearMapBackward.Apply(
            "PadBackward0", input,
            x =>
            {
                var y = Tensor.Allocate(to, x.dtype);
                var call = new PadCall(x, y, planes, h, w, expanded);
                Dtypes.Dispatch(x.dtype, ref call);
                return y;
            },
            grad => PadGradient(grad, shape, planes, h, w, expanded));

        long[] Map(long size, long before, long after) => mode switch
        {
            PaddingModes.Reflect => PaddingMap.Reflect(size, before, after),
            PaddingModes.Replicate => PaddingMap.Replicate(size, before, after),
            _ => PaddingMap.Circular(size, before, after),
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
        if (Int128.Abs(before) + Int128.Abs(after) + size > long.MaxValue / 4)
            throw new ExternalException($"pad: the padding ({before}, {after}) of dimension {dim} is too large for an input of size {Shapes.Text(shape)}");
        if (size + before + after < 0)
            throw new ExternalException($"pad: the padding ({before}, {after}) of dimension {dim} leaves a negative size for an input of size {Shapes.Text(shape)}");
        if (mode == PaddingModes.Reflect && (before >= size || after >= size))
            throw new ExternalException($"pad: Padding size should be less than the corresponding input dimension, but got: padding ({before}, {after}) at dimension {dim} of input {Shapes.Text(shape)}");
        if (mode == PaddingModes.Circular && Math.Max(before, after) > Math.Max(0, PaddingMap.Kept(size, before, after).Count))
            throw new ExternalException($"pad: Padding value causes wrapping around more than once: padding ({before}, {after}) at dimension {dim} of input {Shapes.Text(shape)}");
        if (mode == PaddingModes.Replicate && size == 0 && (before > 0 || after > 0))
            throw new ExternalException($"pad: dimension {dim} of input {Shapes.Text(shape)} is empty and has no edge to repeat");
    }

    private readonly unsafe struct PadCall(Tensor input, Tensor output, long planes, long h, long w, PadMap map) : INumericVisitor
    {
        public void Visit<T>() where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            using var x = RowMajor(input);
            Gather.Forward(planes, h, w, map.Rows, map.Columns, T.Zero, x.Pointer<T>(), output.Pointer<T>());
        }
    }
}

/// <summary>Where the rows and columns of a padded map come from.</summary>
internal sealed record PadMap(long[] Rows, long[] Columns);
