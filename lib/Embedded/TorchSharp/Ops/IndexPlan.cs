using System.Runtime.CompilerServices;

namespace TorchSharp.Core;

/// <summary>Which elements index tensors pick: one list of numbers for each indexed dimension, of one common shape.</summary>
internal sealed class IndexPlan
{
    private readonly int[] _indexed;
    private readonly int[] _rest;
    private readonly long[][] _numbers;
    private readonly long[] _shape;

    public IndexPlan(long[] shape, Tensor?[] indices, [CallerMemberName] string operation = "")
    {
        _shape = shape;
        _indexed = [.. Enumerable.Range(0, indices.Length).Where(d => indices[d] is not null)];
        _rest = [.. Enumerable.Range(0, shape.Length).Where(d => d >= indices.Length || indices[d] is null)];
        if (_indexed.Length > 0 && _indexed[^1] >= shape.Length) throw new ExternalException($"too many indices for tensor of dimension {shape.Length}");
        Common = [];
        foreach (var d in _indexed)
        {
            try
            {
                Common = Shapes.Broadcast(Common, indices[d]!.Impl.Shape);
            }
            catch (ExternalException)
            {
                throw new ExternalException($"shape mismatch: indexing tensors could not be broadcast together with shapes {string.Join(", ", _indexed.Select(i => Shapes.Text(indices[i]!.Impl.Shape)))}");
            }
        }
        Count = Shapes.Count(Common);
        _numbers = [.. _indexed.Select(d => Numbers(operation, indices[d]!, Common, shape, d))];
        RestShape = [.. _rest.Select(d => shape[d])];
        RestCount = Shapes.Count(RestShape);
        var adjacent = _indexed.Length > 0 && _indexed[^1] - _indexed[0] == _indexed.Length - 1;
        Lead = adjacent ? _indexed[0] : 0;
        Shape = [.. RestShape[..Lead], .. Common, .. RestShape[Lead..]];
    }

    /// <summary>The positions along the one dimension that is indexed, and the sizes before, in and behind it; null where there are more.</summary>
    public (long[] Positions, long Outer, long Size, long Inner)? Single => _indexed is [var d]
        ? (_numbers[0], Shapes.Count(_shape.AsSpan(..d)), _shape[d], Shapes.Count(_shape.AsSpan(d + 1))) : null;

    /// <summary>The common shape of the index tensors.</summary>
    public long[] Common { get; }

    /// <summary>Picks.</summary>
    public long Count { get; }

    /// <summary>The shape of what one pick brings.</summary>
    public long[] RestShape { get; }

    public long RestCount { get; }

    /// <summary>How many of the other dimensions stand before the common shape in the result.</summary>
    public int Lead { get; }

    /// <summary>The shape of the result.</summary>
    public long[] Shape { get; }

    /// <summary>The shape of the tensor that is indexed.</summary>
    public long[] Source => _shape;

    /// <summary>The offset of each pick in a tensor with these strides.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public long[] Offsets(long[] strides)
    {
        if (_indexed.Length == 0) return new long[Count];
        var offsets = GC.AllocateUninitializedArray<long>(checked((int)Count));
        for (var k = 0; k < _indexed.Length; k++)
        {
            var stride = strides[_indexed[k]];
            var numbers = _numbers[k];
            if (k == 0)
                for (var i = 0; i < offsets.Length; i++) offsets[i] = numbers[i] * stride;
            else
                for (var i = 0; i < offsets.Length; i++) offsets[i] += numbers[i] * stride;
        }
        return offsets;
    }

    /// <summary>The offsets, within a pick, of its elements.</summary>
    public long[] RestOffsets(long[] strides)
    {
        if (RestCount > Array.MaxLength) throw new ExternalException($"indexing: each of the picks from shape {Shapes.Text(_shape)} has {RestCount} elements, more than fit in memory");
        var dims = Kernels.Dimensions.Merge(RestShape, [.. _rest.Select(d => strides[d])]);
        var offsets = new long[RestCount];
        for (long i = 0; i < offsets.Length; i++) offsets[i] = dims.Offset(i);
        return offsets;
    }

    /// <summary>The order of dimensions from [common, rest] to the result.</summary>
    public long[] Order()
    {
        var common = Common.Length;
        var order = new List<long>();
        for (var d = 0; d < Lead; d++) order.Add(common + d);
        for (var d = 0; d < common; d++) order.Add(d);
        for (var d = Lead; d < RestShape.Length; d++) order.Add(common + d);
        return [.. order];
    }

    /// <summary>The numbers of an index tensor in a shape, negative ones counted from the end, checked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe long[] Numbers(string operation, Tensor index, long[] shape, long[] source, int dim)
    {
        var size = source[dim];
        if (Shapes.Count(shape) > Array.MaxLength) throw new ExternalException($"indexing: an index of shape {Shapes.Text(shape)} picks more elements than fit in memory");
        using var whole = index.dtype == ScalarType.Int64 ? Tensor.Sharing(index.Impl) : Ops.Converted(index, ScalarType.Int64);
        using var wide = whole.expand((ReadOnlySpan<long>)shape);
        using var rows = Ops.RowMajor(wide);
        var numbers = GC.AllocateUninitializedArray<long>(checked((int)rows.Impl.Count));
        var given = rows.Pointer<long>();
        for (var i = 0; i < numbers.Length; i++)
        {
            var number = given[i];
            if (number < -size || number >= size) throw new ExternalException($"{operation}: index {number} is out of bounds for dimension {dim} with size {size} of shape {Shapes.Text(source)}");
            numbers[i] = number < 0 ? number + size : number;
        }
        return numbers;
    }
}
