namespace TorchSharp.Core;

/// <summary>
/// Python-like indexing. Numbers, slices, new axes and the ellipsis make a view; index tensors and masks then pick
/// elements of it: their common shape stands where the indexed dimensions were if those are neighbours, else in front.
/// </summary>
internal static class Indexing
{
    /// <summary>The view of the basic positions, and the index tensors by dimension of the view (null: none).</summary>
    public static (Tensor View, Tensor?[]? Tensors) Basic(Tensor x, TensorIndex[] indices)
    {
        var consumed = 0;
        var ellipses = 0;
        foreach (var index in indices)
        {
            if (index.kind == TensorIndex.Kind.Ellipsis) ellipses++;
            else if (index.kind == TensorIndex.Kind.Tensor) consumed += index.tensor!.dtype is ScalarType.Bool or ScalarType.Byte ? (int)index.tensor.ndim : 1;
            else if (index.kind is not (TensorIndex.Kind.None or TensorIndex.Kind.Bool)) consumed++;
        }
        if (consumed > x.ndim) throw new ExternalException($"too many indices for tensor of dimension {x.ndim}");
        var view = x.alias();
        var tensors = new List<Tensor?>();
        var dim = 0;
        var any = false;
        foreach (var index in indices)
        {
            switch (index.kind)
            {
                case TensorIndex.Kind.Single:
                    view = Step(view, v => v.select(dim, index.startIndexOrBoolOrSingle!.Value));
                    break;
                case TensorIndex.Kind.Slice:
                    if (index.startIndexOrBoolOrSingle is not null || index.stopIndex is not null || index.step is not null)
                    {
                        if (index.step is <= 0) throw new ExternalException($"slice step must be positive, but is {index.step}");
                        view = Step(view, v => v.slice(dim, index.startIndexOrBoolOrSingle ?? 0, index.stopIndex ?? long.MaxValue, index.step ?? 1));
                    }
                    dim++;
                    break;
                case TensorIndex.Kind.None:
                    view = Step(view, v => v.unsqueeze(dim));
                    dim++;
                    break;
                case TensorIndex.Kind.Bool:
                    view = Step(view, v => v.unsqueeze(dim));
                    Place(Ops.Generate<long>(index.startIndexOrBoolOrSingle == 1 ? 1 : 0, _ => 0));
                    break;
                case TensorIndex.Kind.Ellipsis:
                    // The first ellipsis takes what the others leave; any further one stands for one dimension.
                    dim += ellipses-- > 0 && consumed >= 0 ? (int)x.ndim - consumed : 1;
                    consumed = (int)x.ndim;
                    break;
                default:
                    var tensor = index.tensor!;
                    if (tensor.dtype is ScalarType.Bool or ScalarType.Byte) Mask(tensor);
                    else if (tensor.dtype is ScalarType.Int64 or ScalarType.Int32) Place(tensor);
                    else throw new ExternalException($"index: tensors used as indices must be long, int, byte or bool tensors, but got {Dtypes.CppName(tensor.dtype)}");
                    break;
            }
        }
        return (view, any ? tensors.ToArray() : null);

        void Place(Tensor tensor)
        {
            while (tensors.Count < dim) tensors.Add(null);
            tensors.Add(tensor);
            any = true;
            dim++;
        }

        void Mask(Tensor mask)
        {
            for (var d = 0; d < mask.ndim; d++)
            {
                if (mask.Impl.Shape[d] != view.Impl.Shape[dim + d])
                    throw new ExternalException($"index: The shape of the mask {Shapes.Text(mask.Impl.Shape)} at index {d} does not match the shape of the indexed tensor {Shapes.Text(view.Impl.Shape)} at index {dim + d}");
            }
            if (mask.ndim == 0)
            {
                view = Step(view, v => v.unsqueeze(dim));
                Place(Ops.Generate<long>(mask.ToBoolean() ? 1 : 0, _ => 0));
                return;
            }
            var where = mask.nonzero();
            for (var d = 0; d < mask.ndim; d++) Place(where.select(1, d));
        }
    }

    /// <summary>The mask where that is the only index and has the shape of the tensor.</summary>
    public static Tensor? WholeMask(Tensor x, TensorIndex[] indices) =>
        indices is [{ kind: TensorIndex.Kind.Tensor, tensor: { dtype: ScalarType.Bool or ScalarType.Byte } mask }] && x.ndim > 0 && mask.Impl.Shape.AsSpan().SequenceEqual(x.Impl.Shape)
            ? mask : null;

    /// <summary>The picked elements, a copy.</summary>
    public static Tensor Get(Tensor x, Tensor?[] indices)
    {
        var plan = new IndexPlan(x.Impl.Shape, indices, "index");
        return Ops.Pick(x, plan);
    }

    /// <summary>Overwrites, or adds to, the picked elements.</summary>
    public static void Put(Tensor x, Tensor?[] indices, Tensor value, bool accumulate)
    {
        var plan = new IndexPlan(x.Impl.Shape, indices, "index");
        if (value.dtype != x.dtype && value.ndim > 0)
            throw new ExternalException($"index put requires the source and destination dtypes match, got {Dtypes.CppName(x.dtype)} for the destination and {Dtypes.CppName(value.dtype)} for the source.");
        Ops.Place(x, plan, value, accumulate);
    }

    /// <summary>Copies a value into a view; leading dimensions of size 1 may be too many.</summary>
    public static void Assign(Tensor view, Tensor value)
    {
        var shape = Given(value).Impl.Shape;
        var extra = 0;
        while (extra < shape.Length - view.ndim && shape[extra] == 1) extra++;
        if (extra == 0)
        {
            view.copy_(value);
            return;
        }
        using var trimmed = value.reshape(shape[extra..]);
        view.copy_(trimmed);
    }

    private static Tensor Step(Tensor view, Func<Tensor, Tensor> step)
    {
        using (view) return step(view);
    }
}
