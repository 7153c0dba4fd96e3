namespace TorchSharp.Core;

/// <summary>Joining, repeating and reordering.</summary>
internal static partial class Ops
{
    public static Tensor Cat(ReadOnlySpan<Tensor> tensors, long dim)
    {
        if (tensors.Length == 0) throw new ExternalException("torch.cat(): expected a non-empty list of Tensors");
        // One-dimensional tensors without elements join anything.
        Tensor? first = null;
        for (var i = 0; i < tensors.Length; i++)
        {
            var tensor = tensors[i];
            if (tensor.ndim == 0) throw new ExternalException($"torch.cat(): zero-dimensional tensor (at position {i}) cannot be concatenated");
            if (first is null && !(tensor.ndim == 1 && tensor.Impl.Count == 0)) first = tensor;
        }
        first ??= tensors[0];
        var d = Shapes.Dim(dim, first.Impl.Shape, "torch.cat()");
        var shape = first.shape;
        shape[d] = 0;
        var dtype = tensors[0].dtype;
        var parts = new List<Tensor>();
        for (var i = 0; i < tensors.Length; i++)
        {
            var tensor = tensors[i];
            dtype = Dtypes.Promote(dtype, tensor.dtype);
            if (tensor.ndim == 1 && tensor.Impl.Count == 0 && first.ndim != 1) continue;
            if (tensor.ndim != first.ndim) throw new ExternalException($"torch.cat(): Tensors must have same number of dimensions: got {first.ndim} and {tensor.ndim} (shapes {Shapes.Text(first.Impl.Shape)} and {Shapes.Text(tensor.Impl.Shape)})");
            for (var k = 0; k < shape.Length; k++)
            {
                if (k != d && tensor.Impl.Shape[k] != shape[k])
                    throw new ExternalException($"torch.cat(): Sizes of tensors must match except in dimension {d}. Expected size {shape[k]} but got size {tensor.Impl.Shape[k]} for tensor number {i} in the list (shapes {Shapes.Text(first.Impl.Shape)} and {Shapes.Text(tensor.Impl.Shape)}).");
            }
            shape[d] += tensor.Impl.Shape[d];
            parts.Add(tensor);
        }
        var all = parts.ToArray();
        var node = GradMode.Needs(all) ? new CatBackward(all, d) : null;
        var result = Tensor.Allocate(shape, dtype, operation: "torch.cat()");
        var strides = result.Impl.Strides;
        long start = 0;
        foreach (var part in all)
        {
            var impl = part.Impl;
            Kernels.Convert.Copy(impl.Shape, Address(result.Impl) + (nint)(start * strides[d] * Dtypes.Size(dtype)), strides, dtype, Address(impl), impl.Strides, impl.Dtype);
            start += impl.Shape[d];
        }
        return node is null ? result : node.Attach(result);
    }

    public static Tensor Stack(ReadOnlySpan<Tensor> tensors, long dim)
    {
        if (tensors.Length == 0) throw new ExternalException("stack expects a non-empty TensorList");
        _ = Shapes.NewDim(dim, tensors[0].Impl.Shape, "stack");
        var wide = new Tensor[tensors.Length];
        for (var i = 0; i < wide.Length; i++)
        {
            if (!tensors[i].Impl.Shape.AsSpan().SequenceEqual(tensors[0].Impl.Shape))
                throw new ExternalException($"stack expects each tensor to be equal size, but got {Shapes.Text(tensors[0].Impl.Shape)} at entry 0 and {Shapes.Text(tensors[i].Impl.Shape)} at entry {i}");
            wide[i] = tensors[i].unsqueeze(dim);
        }
        var result = Cat(wide, dim);
        foreach (var tensor in wide) tensor.Dispose();
        return result;
    }

    /// <summary>The order of elements reversed along dimensions.</summary>
    public static Tensor Flip(Tensor x, long[] dims)
    {
        var mask = dims.Length == 0 ? new bool[x.ndim] : Shapes.Mask(dims, x.Impl.Shape, "flip");
        var impl = x.Impl;
        var strides = (long[])impl.Strides.Clone();
        var offset = impl.Offset;
        for (var d = 0; d < strides.Length; d++)
        {
            if (!mask[d] || impl.Count == 0) continue;
            offset += (impl.Shape[d] - 1) * strides[d];
            strides[d] = -strides[d];
        }
        var node = GradMode.Needs(x) ? new ViewBackward("FlipBackward0", x, grad => Flip(grad, dims)) : null;
        var result = Tensor.Allocate(impl.Shape, x.dtype, operation: "flip");
        var size = Dtypes.Size(x.dtype);
        Kernels.Convert.Copy(impl.Shape, Address(result.Impl), result.Impl.Strides, x.dtype, impl.Memory + (nint)(offset * size), strides, x.dtype);
        return node is null ? result : node.Attach(result);
    }

    /// <summary>Elements moved along dimensions, those that leave at one end enter at the other.</summary>
    public static Tensor Roll(Tensor x, long[] shifts, long[] dims)
    {
        if (dims.Length == 0)
        {
            if (shifts.Length != 1) throw new ExternalException($"roll: shifts and dimensions must align. shifts: {shifts.Length}, dims: {dims.Length}");
            using var flat = x.reshape(-1);
            using var rolled = Roll(flat, shifts, [0]);
            return rolled.view(x.Impl.Shape);
        }
        if (shifts.Length != dims.Length) throw new ExternalException($"roll: shifts and dimensions must align. shifts: {shifts.Length}, dims: {dims.Length}");
        var result = x;
        var back = new long[shifts.Length];
        using (new GradModeGuard(false))
        {
            for (var i = 0; i < dims.Length; i++)
            {
                var d = Shapes.Dim(dims[i], x.Impl.Shape, "roll");
                if (x.Impl.Count == 0 || x.ndim == 0) continue;
                var n = x.Impl.Shape[d];
                back[i] = -(shifts[i] % n);
                var start = (n + back[i]) % n;
                using var tail = result.slice(d, start, n, 1);
                using var head = result.slice(d, 0, start, 1);
                result = Cat([tail, head], d);
            }
            if (ReferenceEquals(result, x)) result = x.clone();
        }
        return GradMode.Needs(x) ? new ViewBackward("RollBackward0", x, grad => Roll(grad, back, dims)).Attach(result) : result;
    }

    public static Tensor Repeat(Tensor x, long[] sizes)
    {
        if (sizes.Length < x.ndim) throw new ExternalException($"repeat: Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor: {Shapes.Text(sizes)} for a tensor of shape {Shapes.Text(x.Impl.Shape)}");
        var lead = sizes.Length - (int)x.ndim;
        // [r, n] repeated r times is [r n] over expanded memory.
        var split = new List<long>();
        var wide = new List<long>();
        var final = new long[sizes.Length];
        for (var d = 0; d < sizes.Length; d++)
        {
            var n = d < lead ? 1 : x.Impl.Shape[d - lead];
            split.AddRange([1, n]);
            wide.AddRange([sizes[d], n]);
            final[d] = sizes[d] * n;
        }
        using var blocks = x.reshape(split.ToArray());
        using var expanded = blocks.expand(wide.ToArray());
        using var copy = expanded.clone();
        return copy.view(final);
    }

    /// <summary>The lower (or upper) triangle of matrices, zeros elsewhere.</summary>
    public static Tensor Triangle(Tensor x, long diagonal, bool upper, bool inPlace = false)
    {
        if (x.ndim < 2) throw new ExternalException($"{(upper ? "triu" : "tril")}: input tensor must have at least 2 dimensions, but has shape {Shapes.Text(x.Impl.Shape)}");
        using var mask = TriangleMask(x.Impl.Shape[^2], x.Impl.Shape[^1], diagonal, !upper);
        return inPlace ? x.masked_fill_(mask, 0) : x.masked_fill(mask, 0);
    }

    private static unsafe Tensor TriangleMask(long rows, long columns, long diagonal, bool above)
    {
        var mask = Tensor.Allocate([rows, columns], ScalarType.Bool);
        var p = mask.Pointer<byte>();
        for (long i = 0; i < rows && columns > 0; i++)
            for (long j = 0; j < columns; j++) p[i * columns + j] = (above ? j - i > diagonal : j - i < diagonal) ? (byte)1 : (byte)0;
        return mask;
    }

    /// <summary>The positions of the elements that are not zero, one row each.</summary>
    public static unsafe Tensor Nonzero(Tensor x)
    {
        using var truth = Test("nonzero", new Kernels.IsZero(), x);
        var impl = truth.Impl;
        var p = truth.Pointer<byte>();
        long count = 0;
        for (long i = 0; i < impl.Count; i++) count += 1 - p[i];
        var rank = impl.Shape.Length;
        var result = Tensor.Allocate([count, rank], ScalarType.Int64);
        var to = result.Pointer<long>();
        var index = new long[rank];
        for (long i = 0; i < impl.Count; i++)
        {
            if (p[i] == 0)
            {
                for (var d = 0; d < rank; d++) to[d] = index[d];
                to += rank;
            }
            for (var d = rank - 1; d >= 0 && ++index[d] == impl.Shape[d]; d--) index[d] = 0;
        }
        return result;
    }
}
