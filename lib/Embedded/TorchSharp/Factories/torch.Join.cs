namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors one after another along a dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Ops.Cat(tensors.ToArray(), dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => Ops.Cat(tensors, dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Ops.Cat(tensors, dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => Ops.Cat(tensors.ToArray(), dim);

    public static Tensor concat(Tensor[] tensors, long dim = 0) => Ops.Cat(tensors, dim);

    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Ops.Cat(tensors, dim);

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => Ops.Cat(tensors.ToArray(), axis);

    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => Ops.Cat(tensors, axis);

    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => Ops.Cat(tensors, axis);

    /// <summary>Tensors of one shape side by side along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Ops.Stack(tensors.ToArray(), dim);

    public static Tensor hstack(IList<Tensor> tensors) => hstack(Given(tensors).ToArray());

    public static Tensor hstack(params Tensor[] tensors)
    {
        if (Given(tensors).Length == 0) throw new ExternalException("hstack expects a non-empty TensorList");
        var wide = tensors.Select(t => t.atleast_1d()).ToArray();
        return Ops.Cat(wide, wide[0].ndim == 1 ? 0 : 1);
    }

    public static Tensor hstack(IEnumerable<Tensor> tensors) => hstack(Given(tensors).ToArray());

    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => hstack(tensors.ToArray());

    public static Tensor vstack(IList<Tensor> tensors) => vstack(tensors.ToArray());

    public static Tensor vstack(Tensor[] tensors) => Ops.Cat([.. tensors.Select(t => t.atleast_2d())], 0);

    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => vstack(tensors.ToArray());

    public static Tensor row_stack(IList<Tensor> tensors) => vstack(tensors.ToArray());

    public static Tensor row_stack(params Tensor[] tensors) => vstack(tensors);

    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => vstack(tensors.ToArray());

    public static Tensor column_stack(IList<Tensor> tensors) => column_stack(tensors.ToArray());

    public static Tensor column_stack(params Tensor[] tensors) => Ops.Cat([.. tensors.Select(t => t.ndim <= 1 ? t.reshape(-1, 1) : t)], 1);

    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => column_stack(tensors.ToArray());

    public static Tensor dstack(params Tensor[] tensors) => Ops.Cat([.. tensors.Select(t => t.atleast_3d())], 2);

    public static Tensor dstack(IList<Tensor> tensors) => dstack(tensors.ToArray());

    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => dstack(tensors.ToArray());

    public static Tensor dstack(IEnumerable<Tensor> tensors) => dstack(tensors.ToArray());

    /// <summary>Matrices along the diagonal of a larger one.</summary>
    public static Tensor block_diag(params Tensor[] tensors)
    {
        if (Given(tensors).Length == 0) return empty(1, 0);
        var matrices = tensors.Select(t => t.ndim <= 2 ? t.atleast_2d() : throw new ExternalException($"torch.block_diag: Input tensors must have 2 or fewer dimensions, but one has shape {Shapes.Text(t.Impl.Shape)}")).ToArray();
        var result = zeros([matrices.Sum(m => m.shape[0]), matrices.Sum(m => m.shape[1])], dtype: matrices.Select(m => m.dtype).Aggregate(Dtypes.Promote));
        long row = 0, column = 0;
        foreach (var matrix in matrices)
        {
            using var block = result.narrow(0, row, matrix.shape[0]).narrow(1, column, matrix.shape[1]);
            block.copy_(matrix);
            row += matrix.shape[0];
            column += matrix.shape[1];
        }
        return result;
    }

    /// <summary>Coordinate tensors of a grid.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij")
    {
        if (indexing is not ("ij" or "xy")) throw new ExternalException($"torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: {indexing}");
        var lines = tensors.ToArray();
        foreach (var line in lines)
            if (line.ndim > 1) throw new ExternalException($"torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got shape {Shapes.Text(line.Impl.Shape)}");
        var swap = indexing == "xy" && lines.Length >= 2;
        if (swap) (lines[0], lines[1]) = (lines[1], lines[0]);
        var shape = lines.Select(t => t.numel()).ToArray();
        var grids = new Tensor[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var own = Enumerable.Repeat(1L, lines.Length).ToArray();
            own[i] = -1;
            grids[i] = lines[i].reshape(own).expand(shape);
        }
        if (swap) (grids[0], grids[1]) = (grids[1], grids[0]);
        return grids;
    }

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors)
    {
        var shape = broadcast_shapes([.. tensors.Select(t => t.shape)]).Shape;
        return [.. tensors.Select(t => t.expand(shape))];
    }

    public static Size broadcast_shapes(params long[][] shapes)
    {
        long[] shape = [];
        foreach (var other in Given(shapes)) shape = Shapes.Broadcast(shape, other);
        return new Size(shape);
    }

    public static Tensor[] where(Tensor condition) => [.. Given(condition).nonzero_as_list()];
}
