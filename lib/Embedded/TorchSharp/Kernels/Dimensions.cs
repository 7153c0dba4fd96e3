namespace TorchSharp.Kernels;

/// <summary>Some dimensions of a strided tensor, merged where they continue each other; never empty.</summary>
internal sealed class Dimensions
{
    private Dimensions(long[] sizes, long[] strides)
    {
        Sizes = sizes;
        Strides = strides;
        Outer = 1;
        for (var d = 0; d < sizes.Length - 1; d++) Outer *= sizes[d];
    }

    public long[] Sizes { get; }

    public long[] Strides { get; }

    /// <summary>Product of all sizes but the last.</summary>
    public long Outer { get; }

    public static Dimensions Merge(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        var (n, s) = (new List<long>(), new List<long>());
        for (var d = 0; d < sizes.Length; d++)
        {
            if (sizes[d] == 1) continue;
            if (n.Count > 0 && s[^1] == strides[d] * sizes[d])
            {
                n[^1] *= sizes[d];
                s[^1] = strides[d];
                continue;
            }
            n.Add(sizes[d]);
            s.Add(strides[d]);
        }
        return n.Count == 0 ? new Dimensions([1], [1]) : new Dimensions([.. n], [.. s]);
    }

    /// <summary>The order does not matter: the smallest stride comes last, those that repeat one place first.</summary>
    public static Dimensions MergeSorted(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        var n = sizes.ToArray();
        var s = strides.ToArray();
        Array.Sort(s, n, Comparer<long>.Create((a, b) => a == 0 || b == 0 ? a.CompareTo(b) : b.CompareTo(a)));
        return Merge(n, s);
    }

    /// <summary>The offset of the element with this row-major number.</summary>
    public long Offset(long index)
    {
        long offset = 0;
        for (var d = Sizes.Length - 1; d > 0; d--)
        {
            offset += index % Sizes[d] * Strides[d];
            index /= Sizes[d];
        }
        return offset + index * Strides[0];
    }

    /// <summary>The same without the last dimension.</summary>
    public long OuterOffset(long index)
    {
        long offset = 0;
        for (var d = Sizes.Length - 2; d >= 0; d--)
        {
            offset += index % Sizes[d] * Strides[d];
            index /= Sizes[d];
        }
        return offset;
    }
}

/// <summary>Steps through dimensions in row-major order.</summary>
internal unsafe struct Walk
{
    private fixed long _index[Shapes.MaxRank];

    public Walk(Dimensions dims, long start, bool all = false) => Offset = all ? dims.Offset(start) : dims.OuterOffset(start);

    public long Offset { get; private set; }

    /// <summary>The next element of all dimensions but the last.</summary>
    public void Next(Dimensions dims) => Step(dims, dims.Sizes.Length - 2);

    /// <summary>The next element of all dimensions.</summary>
    public void NextAll(Dimensions dims) => Step(dims, dims.Sizes.Length - 1);

    private void Step(Dimensions dims, int last)
    {
        for (var d = last; d >= 0; d--)
        {
            Offset += dims.Strides[d];
            if (++_index[d] < dims.Sizes[d]) return;
            Offset -= dims.Strides[d] * dims.Sizes[d];
            _index[d] = 0;
        }
    }
}
