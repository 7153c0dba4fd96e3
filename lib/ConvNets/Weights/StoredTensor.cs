// A tensor as a file stores it: format, shape, strides, and the bytes when they are asked for.
namespace ConvNets.Weights;

/// <summary>A tensor in a file of weights.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its number format.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Load">Reads its storage: little-endian elements of <paramref name="Type"/>.</param>
/// <param name="Offset">First element in the storage.</param>
/// <param name="Strides">Elements between neighbours along each dimension; null for row-major.</param>
public sealed record StoredTensor(
    string Name, ElementType Type, long[] Shape, Func<ReadOnlyMemory<byte>> Load, long Offset = 0, long[]? Strides = null)
{
    /// <summary>Number of elements.</summary>
    public long Count => Shape.Aggregate(1L, (product, n) => product * n);

    /// <summary>The values in row-major order.</summary>
    public float[] ToArray()
    {
        var values = new float[Count];
        CopyTo(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()), ElementType.Float32);
        return values;
    }

    /// <summary>Writes all elements in row-major order, converted to <paramref name="type"/>.</summary>
    /// <exception cref="WeightsException">The storage is shorter than the shape asks for.</exception>
    public void CopyTo(Span<byte> target, ElementType type)
    {
        var storage = Load().Span;
        var strides = Strides ?? RowMajor(Shape);
        var last = Offset + Shape.Select((n, axis) => (n - 1) * strides[axis]).Sum();
        if (Count > 0 && (last + 1) * Type.Size() > storage.Length)
            throw new WeightsException(
                $"Tensor '{Name}' of shape {Format(Shape)} needs {(last + 1) * Type.Size()} bytes, but the file holds {storage.Length}: it is truncated.");

        if (Type == type && strides.AsSpan().SequenceEqual(RowMajor(Shape)))
        {
            storage.Slice(checked((int)(Offset * Type.Size())), target.Length).CopyTo(target);
            return;
        }
        var index = new long[Shape.Length];
        var from = Offset;
        for (var i = 0L; i < Count; i++)
        {
            type.Write(target[(int)(i * type.Size())..], Type.Read(storage, from));
            for (var axis = Shape.Length - 1; axis >= 0; axis--)
            {
                from += strides[axis];
                if (++index[axis] < Shape[axis])
                    break;
                from -= Shape[axis] * strides[axis];
                index[axis] = 0;
            }
        }
    }

    internal static long[] RowMajor(long[] shape)
    {
        var strides = new long[shape.Length];
        var step = 1L;
        for (var axis = shape.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = step;
            step *= shape[axis];
        }
        return strides;
    }

    /// <summary>A shape for a sentence: <c>[64, 3, 7, 7]</c>.</summary>
    public static string Format(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";
}
