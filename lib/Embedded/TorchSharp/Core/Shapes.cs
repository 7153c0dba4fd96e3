using System.Runtime.CompilerServices;

namespace TorchSharp.Core;

/// <summary>Arithmetic on shapes and strides: broadcasting, contiguity, dimension numbers.</summary>
internal static class Shapes
{
    /// <summary>The most dimensions that a tensor may have.</summary>
    public const int MaxRank = 24;

    /// <summary>The number of elements.</summary>
    /// <exception cref="ExternalException">A size is negative, or the number does not fit in 64 bits.</exception>
    public static long Count(ReadOnlySpan<long> shape)
    {
        long count = 1;
        foreach (var n in shape)
        {
            if (n <= 0 || Math.BigMul(count, n, out var product) != 0 || product < 0) return Unusual(shape);
            count = product;
        }
        return count;
    }

    /// <summary>The product of sizes that may be too large for a shape; no more than a long can hold.</summary>
    public static long Saturated(long a, long b) => Math.BigMul(a, b, out var product) == 0 && product >= 0 ? product : long.MaxValue;

    // An empty tensor may have any other sizes.
    private static long Unusual(ReadOnlySpan<long> shape)
    {
        foreach (var n in shape)
            if (n < 0) throw new ExternalException($"Trying to create tensor with negative dimension {n}: {Text(shape)}");
        if (shape.Contains(0)) return 0;
        throw new ExternalException($"Storage size calculation overflowed: a tensor of shape {Text(shape)} has more elements than 64 bits can count");
    }

    /// <summary>Refuses more dimensions than the kernels walk through.</summary>
    public static void CheckRank(ReadOnlySpan<long> shape)
    {
        if (shape.Length > MaxRank) throw new ExternalException($"Tensors have at most {MaxRank} dimensions here, but the shape {Text(shape)} has {shape.Length}");
    }

    /// <summary>Row-major strides.</summary>
    public static long[] Contiguous(ReadOnlySpan<long> shape)
    {
        var strides = new long[shape.Length];
        long step = 1;
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            strides[d] = step;
            step *= Math.Max(shape[d], 1);
        }
        return strides;
    }

    public static bool IsContiguous(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides)
    {
        long step = 1;
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            if (shape[d] == 0) return true;
            if (shape[d] != 1)
            {
                if (strides[d] != step) return false;
                step *= shape[d];
            }
        }
        return true;
    }

    /// <summary>The dimension counted from the front; 0-d tensors accept 0 and -1.</summary>
    public static int Dim(long dim, ReadOnlySpan<long> shape, [CallerMemberName] string operation = "") => Within(Math.Max(shape.Length, 1), dim, shape, operation);

    /// <summary>The place of a new dimension, counted from the front.</summary>
    public static int NewDim(long dim, ReadOnlySpan<long> shape, [CallerMemberName] string operation = "") => Within(shape.Length + 1, dim, shape, operation);

    private static int Within(int bound, long dim, ReadOnlySpan<long> shape, string operation) => dim >= -bound && dim < bound
        ? (int)(dim < 0 ? dim + bound : dim)
        : throw new ExternalException($"{operation}: Dimension out of range (expected to be in range of [{-bound}, {bound - 1}], but got {dim}) for a tensor of shape {Text(shape)}");

    /// <summary>Which of the dimensions are in the list; an empty list means all.</summary>
    public static bool[] Mask(ReadOnlySpan<long> dims, ReadOnlySpan<long> shape, [CallerMemberName] string operation = "")
    {
        var rank = shape.Length;
        var mask = new bool[rank];
        if (dims.Length == 0)
        {
            mask.AsSpan().Fill(true);
            return mask;
        }
        foreach (var dim in dims)
        {
            var d = Dim(dim, shape, operation);
            if (rank == 0) continue;
            if (mask[d]) throw new ExternalException($"{operation}: dim {d} appears multiple times in the list of dims {Text(dims)}");
            mask[d] = true;
        }
        return mask;
    }

    /// <summary>The shape that both broadcast to.</summary>
    public static long[] Broadcast(ReadOnlySpan<long> a, ReadOnlySpan<long> b, [CallerMemberName] string operation = "")
    {
        if (a.SequenceEqual(b)) return a.ToArray();
        var rank = Math.Max(a.Length, b.Length);
        var shape = new long[rank];
        for (var d = 1; d <= rank; d++)
        {
            var m = d <= a.Length ? a[^d] : 1;
            var n = d <= b.Length ? b[^d] : 1;
            if (m != n && m != 1 && n != 1)
                throw new ExternalException($"{operation}: The size of tensor a ({m}) must match the size of tensor b ({n}) at non-singleton dimension {rank - d}: shapes {Text(a)} and {Text(b)} cannot be broadcast");
            shape[rank - d] = m == 1 ? n : m;
        }
        return shape;
    }

    /// <summary>Strides of a tensor seen in a broadcast shape: 0 where it repeats.</summary>
    public static long[] Expand(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, ReadOnlySpan<long> to)
    {
        var result = new long[to.Length];
        var lead = to.Length - shape.Length;
        for (var d = 0; d < shape.Length; d++)
            result[lead + d] = shape[d] == 1 && to[lead + d] != 1 ? 0 : strides[d];
        return result;
    }

    /// <summary>Whether <paramref name="from"/> broadcasts to exactly <paramref name="to"/>.</summary>
    public static bool ExpandsTo(ReadOnlySpan<long> from, ReadOnlySpan<long> to)
    {
        if (from.Length > to.Length) return false;
        for (var d = 1; d <= from.Length; d++)
            if (from[^d] != to[^d] && from[^d] != 1) return false;
        return true;
    }

    /// <summary>Fills in a -1 and checks the number of elements.</summary>
    public static long[] Infer(ReadOnlySpan<long> shape, long count, ReadOnlySpan<long> from, [CallerMemberName] string operation = "")
    {
        var result = shape.ToArray();
        var unknown = -1;
        long known = 1;
        for (var d = 0; d < result.Length; d++)
        {
            if (result[d] == -1)
            {
                if (unknown >= 0) throw new ExternalException($"{operation}: only one dimension can be inferred, but the shape is {Text(shape)}");
                unknown = d;
            }
            else if (result[d] < 0) throw new ExternalException($"{operation}: invalid shape dimension {result[d]} at index {d} of shape {Text(shape)}");
            else known = Saturated(known, result[d]);
        }
        if (unknown >= 0)
        {
            if (known == 0) throw new ExternalException($"{operation}: cannot reshape tensor of 0 elements into shape {Text(shape)} because the unspecified dimension size -1 can be any value and is ambiguous");
            if (count % known != 0) throw new ExternalException($"{operation}: shape '{Text(shape)}' is invalid for input of size {count} (shape {Text(from)})");
            result[unknown] = count / known;
        }
        else if (known != count) throw new ExternalException($"{operation}: shape '{Text(shape)}' is invalid for input of size {count} (shape {Text(from)})");
        return result;
    }

    /// <summary>Strides of a view with another shape over the same memory, or null where a copy is needed.</summary>
    public static long[]? ViewStrides(ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, ReadOnlySpan<long> to)
    {
        if (Count(shape) == 0) return shape.SequenceEqual(to) ? strides.ToArray() : Contiguous(to);
        var result = new long[to.Length];
        var view = to.Length - 1;
        long block = 1, filled = 1;
        var step = shape.Length > 0 ? strides[^1] : 1;
        for (var d = shape.Length - 1; d >= 0; d--)
        {
            block *= shape[d];
            // A block of dimensions ends where the next outer one does not continue its memory.
            if (d == 0 || (shape[d - 1] != 1 && strides[d - 1] != block * step))
            {
                while (view >= 0 && (filled < block || to[view] == 1))
                {
                    result[view] = filled * step;
                    filled *= to[view];
                    view--;
                }
                if (filled != block) return null;
                if (d > 0)
                {
                    step = strides[d - 1];
                    block = 1;
                    filled = 1;
                }
            }
        }
        if (shape.Length == 0) while (view >= 0) result[view--] = 1;
        return view == -1 ? result : null;
    }

    public static string Text(ReadOnlySpan<long> shape)
    {
        var text = new System.Text.StringBuilder("[");
        for (var d = 0; d < shape.Length; d++) text.Append(d == 0 ? "" : ", ").Append(shape[d]);
        return text.Append(']').ToString();
    }
}
