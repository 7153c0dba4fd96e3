using System.Collections;

namespace TorchSharp.Utils;

/// <summary>Reads and writes the elements of a tensor in its logical order, whatever its strides.</summary>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private Tensor? _tensor;

    internal TensorAccessor(Tensor tensor) => _tensor = Tensor.Unscoped(tensor.Impl);

    /// <summary>Number of elements.</summary>
    public long Count => _tensor?.Impl.Count ?? 0;

    public bool IsReadOnly => false;

    private Tensor Source => _tensor ?? throw new InvalidOperationException("The tensor accessor was disposed.");

    /// <summary>By one linear index, or by one index for each dimension.</summary>
    public unsafe T this[params long[] indices]
    {
        get => *Address(indices);
        set
        {
            *Address(indices) = value;
            Inplace.Changed(Source);
        }
    }

    public T[] ToArray()
    {
        if (Count > Array.MaxLength) throw new InvalidOperationException($"A tensor of shape {Shapes.Text(Source.Impl.Shape)} has {Count} elements, more than an array can hold.");
        var result = new T[Count];
        CopyTo(result);
        return result;
    }

    /// <summary>An array with as many dimensions as the tensor.</summary>
    public Array ToNDArray()
    {
        var shape = Source.Impl.Shape;
        if (shape.Length <= 1) return ToArray();
        var array = Array.CreateInstance(typeof(T), shape);
        if (Count == 0) return array;
        var flat = MemoryMarshal.CreateSpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), checked((int)Count));
        CopyTo(flat);
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements from the linear tensorIndex on until the array is full or the tensor ends.</summary>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var impl = Source.Impl;
        var n = Common(array.Length, arrayIndex, tensorIndex);
        if (n <= 0) return;
        if (impl.IsContiguous)
        {
            new ReadOnlySpan<T>(Source.Pointer<T>() + tensorIndex, (int)n).CopyTo(array[arrayIndex..]);
            return;
        }
        using var copy = Ops.CloneContiguous(Source);
        new ReadOnlySpan<T>(copy.Pointer<T>() + tensorIndex, (int)n).CopyTo(array[arrayIndex..]);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom(new ReadOnlySpan<T>(array), arrayIndex, tensorIndex);

    /// <summary>Overwrites elements from the linear tensorIndex on until the array or the tensor ends.</summary>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var impl = Source.Impl;
        var n = Common(array.Length, arrayIndex, tensorIndex);
        if (n <= 0) return;
        if (impl.IsContiguous) array.Slice(arrayIndex, (int)n).CopyTo(new Span<T>(Source.Pointer<T>() + tensorIndex, (int)n));
        else
        {
            for (long i = 0; i < n; i++) Source.Pointer<T>()[OffsetOf(tensorIndex + i)] = array[(int)(arrayIndex + i)];
        }
        Inplace.Changed(Source);
    }

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) =>
        left is null ? right is null : right is not null && left.AsEnumerable().SequenceEqual(right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    public void Dispose()
    {
        _tensor?.Dispose();
        _tensor = null;
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++) yield return At(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal unsafe T At(long index) => Source.Pointer<T>()[OffsetOf(index)];

    private unsafe T* Address(long[] indices)
    {
        var impl = Source.Impl;
        if (indices.Length == 1)
        {
            if (indices[0] < 0 || indices[0] >= impl.Count) throw new IndexOutOfRangeException($"The index {indices[0]} is outside of the {impl.Count} elements.");
            return Source.Pointer<T>() + OffsetOf(indices[0]);
        }
        if (indices.Length != impl.Shape.Length) throw new ArgumentException($"{indices.Length} indices were given for a tensor of {impl.Shape.Length} dimensions.");
        long offset = 0;
        for (var d = 0; d < indices.Length; d++)
        {
            if (indices[d] < 0 || indices[d] >= impl.Shape[d]) throw new IndexOutOfRangeException($"The index {indices[d]} is outside of dimension {d} with size {impl.Shape[d]}.");
            offset += indices[d] * impl.Strides[d];
        }
        return Source.Pointer<T>() + offset;
    }

    // How many elements both have, from these places on.
    private long Common(int length, int arrayIndex, long tensorIndex)
    {
        if (arrayIndex < 0) throw new ArgumentOutOfRangeException(nameof(arrayIndex), $"The place in the array has to be 0 or more, but is {arrayIndex}.");
        if (tensorIndex < 0) throw new ArgumentOutOfRangeException(nameof(tensorIndex), $"The place in the tensor has to be 0 or more, but is {tensorIndex}.");
        return Math.Min(length - arrayIndex, Source.Impl.Count - tensorIndex);
    }

    private long OffsetOf(long index)
    {
        var impl = Source.Impl;
        long offset = 0;
        for (var d = impl.Shape.Length - 1; d >= 0; d--)
        {
            offset += index % impl.Shape[d] * impl.Strides[d];
            index /= impl.Shape[d];
        }
        return offset;
    }
}
