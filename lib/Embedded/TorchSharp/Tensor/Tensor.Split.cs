namespace TorchSharp;

public static partial class torch
{
    // Cutting a dimension into pieces, each a view.
    public partial class Tensor
    {
        /// <summary>The dimension cut into at most this many pieces of equal size, the last one smaller.</summary>
        public Tensor[] chunk(long chunks, long dim = 0L)
        {
            if (chunks <= 0) throw new ExternalException($"chunk expects `chunks` to be greater than 0, got: {chunks}");
            var d = Shapes.Dim(dim, Impl.Shape);
            if (ndim == 0) throw new ExternalException("chunk expects at least a 1-dimensional tensor");
            var n = Impl.Shape[d];
            if (n == 0 && chunks > 1 << 24) throw new ExternalException($"chunk: {chunks} empty chunks of a tensor of shape {Shapes.Text(Impl.Shape)} are more than fit in memory");
            return n == 0 ? [.. Enumerable.Range(0, (int)chunks).Select(_ => alias())] : split((n - 1) / chunks + 1, d);
        }

        /// <summary>The dimension cut into pieces of the given size, the last one smaller.</summary>
        public Tensor[] split(long size, int dim = 0)
        {
            var d = Shapes.Dim(dim, Impl.Shape);
            if (ndim == 0) throw new ExternalException("split expects at least a 1-dimensional tensor");
            var n = Impl.Shape[d];
            if (size < 0 || (size == 0 && n > 0)) throw new ExternalException(size < 0
                ? $"split expects split_size be non-negative, but got split_size={size} for a tensor of shape {Shapes.Text(Impl.Shape)}"
                : $"split: split_size can only be 0 if dimension size is 0, but got dimension size of {n} in dimension {d} of shape {Shapes.Text(Impl.Shape)}");
            if (n == 0) return [alias()];
            var parts = NewParts((n - 1) / Math.Min(size, n) + 1, "split", d);
            for (long i = 0, start = 0; i < parts.Length; i++, start += size) parts[i] = slice(d, start, start + Math.Min(size, n - start), 1);
            return parts;
        }

        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0)
        {
            var d = Shapes.Dim(dim, Impl.Shape);
            if (ndim == 0) throw new ExternalException("split_with_sizes expects at least a 1-dimensional tensor");
            Int128 total = 0;
            foreach (var n in sizes)
            {
                if (n < 0) throw new ExternalException($"split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes={Shapes.Text(sizes)}");
                total += n;
            }
            if (total != Impl.Shape[d])
                throw new ExternalException($"split_with_sizes expects split_sizes to sum exactly to {Impl.Shape[d]} (input tensor's size at dimension {d}), but got split_sizes={Shapes.Text(sizes)}");
            var parts = new Tensor[sizes.Length];
            long start = 0;
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = slice(d, start, start + sizes[i], 1);
                start += sizes[i];
            }
            return parts;
        }

        public Tensor[] split(long[] sizes, long dim = 0) => split((ReadOnlySpan<long>)sizes, dim);

        public Tensor[] split(params long[] sizes) => split((ReadOnlySpan<long>)sizes);

        /// <summary>All slices of a dimension, which disappears.</summary>
        public Tensor[] unbind(long dimension = 0L)
        {
            if (ndim == 0) throw new ExternalException("unbind: Dimension specified as 0 but tensor has no dimensions");
            var d = Shapes.Dim(dimension, Impl.Shape);
            var parts = NewParts(Impl.Shape[d], "unbind", d);
            for (var i = 0; i < parts.Length; i++) parts[i] = select(dimension, i);
            return parts;
        }

        private Tensor[] NewParts(long count, string op, int dim) => count <= Array.MaxLength / 8
            ? new Tensor[count]
            : throw new ExternalException($"{op}: dimension {dim} of shape {Shapes.Text(Impl.Shape)} would come apart into {count} tensors");

        public Tensor[] tensor_split(long size, long dim = 0L)
        {
            if (ndim == 0) throw new ExternalException("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims");
            var d = Shapes.Dim(dim, Impl.Shape);
            if (size <= 0) throw new ExternalException($"tensor_split: number of sections must be larger than 0, got {size}");
            var n = Impl.Shape[d];
            var parts = NewParts(size, "tensor_split", d);
            long start = 0;
            for (var i = 0; i < size; i++)
            {
                var length = n / size + (i < n % size ? 1 : 0);
                parts[i] = slice(d, start, start + length, 1);
                start += length;
            }
            return parts;
        }

        /// <summary>The dimension cut before each of the indices.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0L)
        {
            if (ndim == 0) throw new ExternalException("tensor_split expected at least a 1-dimensional tensor, but got a tensor with 0 dims");
            var d = Shapes.Dim(dim, Impl.Shape);
            var parts = new Tensor[Given(sizes).Length + 1];
            long start = 0;
            for (var i = 0; i <= sizes.Length; i++)
            {
                var end = i < sizes.Length ? sizes[i] : Impl.Shape[d];
                parts[i] = slice(d, start, end, 1);
                start = end;
            }
            return parts;
        }

        public Tensor[] tensor_split(Tensor indices, long dim = 0L) =>
            Given(indices).ndim == 0 ? tensor_split(indices.ToInt64(), dim) : tensor_split(indices.to_type(ScalarType.Int64).data<long>().ToArray(), dim);

        public Tensor[] vsplit(Tensor indices) => tensor_split(Given(indices), 0);

        public Tensor[] hsplit(Tensor indices) => tensor_split(Given(indices), ndim == 1 ? 0 : 1);

        public Tensor[] dsplit(Tensor indices) => tensor_split(Given(indices), 2);

        public Tensor[] dsplit((long, long) indices_or_sections) => dsplit([indices_or_sections.Item1, indices_or_sections.Item2]);

        public Tensor[] dsplit((long, long, long) indices_or_sections) => dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);

        public Tensor[] dsplit((long, long, long, long) indices_or_sections) => dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

        public Tensor[] vsplit(long size) => Even("vsplit", size, 0);

        public Tensor[] vsplit(params long[] sizes) => tensor_split(sizes, 0);

        public Tensor[] hsplit(long size) => Even("hsplit", size, ndim == 1 ? 0 : 1);

        public Tensor[] hsplit(params long[] sizes) => tensor_split(sizes, ndim == 1 ? 0 : 1);

        public Tensor[] dsplit(long size) => Even("dsplit", size, 2);

        public Tensor[] dsplit(params long[] sizes) => tensor_split(sizes, 2);

        // Parts of one size.
        private Tensor[] Even(string op, long parts, long dim)
        {
            if (ndim <= dim) throw new ArgumentException($"{op}: the input needs dimension {dim}, but it has shape {Shapes.Text(Impl.Shape)}.");
            if (parts > 0 && Impl.Shape[dim] % parts != 0) throw new ArgumentException($"{op}: dimension {dim} of {Shapes.Text(Impl.Shape)} is not evenly divisible into {parts} parts.");
            return tensor_split(parts, dim);
        }
    }
}
