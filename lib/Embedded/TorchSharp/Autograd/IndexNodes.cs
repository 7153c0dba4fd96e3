namespace TorchSharp.Autograd;

/// <summary>Values written or added at picked places of a tensor.</summary>
internal sealed class PlaceBackward(Tensor x, Tensor value, IndexPlan plan, bool accumulate) : Node("IndexPutBackward0", x, value)
{
    private readonly long[] _valueShape = value.Impl.Shape;
    private readonly ScalarType _valueType = value.dtype;

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var grad = grads[0]!;
        Tensor? own = null;
        if (Needs(0))
        {
            own = grad;
            if (!accumulate)
            {
                own = grad.clone();
                using var zero = Ops.Zeros([], grad.dtype);
                Ops.Place(own, plan, zero, accumulate: false);
            }
        }
        return [own, Needs(1) ? Ops.SumTo(Ops.Pick(grad, plan), _valueShape).to_type(_valueType) : null];
    }
}

/// <summary>y = x at an index along a dimension.</summary>
internal sealed class GatherBackward : Node
{
    private readonly long[] _shape;
    private readonly int _dim;
    private readonly SavedTensor _index;

    public GatherBackward(Tensor x, int dim, Tensor index) : base("GatherBackward0", x)
    {
        _shape = x.Impl.Shape;
        _dim = dim;
        _index = Save(index);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads) =>
        [Ops.Zeros(_shape, grads[0]!.dtype).scatter_add_(_dim, _index.Get(), grads[0]!)];
}

/// <summary>src written or added at an index along a dimension.</summary>
internal sealed class ScatterBackward : Node
{
    private readonly int _dim;
    private readonly bool _add;
    private readonly SavedTensor _index;

    public ScatterBackward(Tensor x, int dim, Tensor index, Tensor src, bool add) : base("ScatterBackward0", x, src)
    {
        _dim = dim;
        _add = add;
        _index = Save(index);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var grad = grads[0]!;
        var index = _index.Get();
        Tensor? own = null;
        if (Needs(0)) own = _add ? grad : grad.clone().scatter_(_dim, index, Ops.Zeros(index.Impl.Shape, grad.dtype));
        return [own, Needs(1) ? grad.gather(_dim, index) : null];
    }
}

/// <summary>y = tensors one after another along a dimension.</summary>
internal sealed class CatBackward(Tensor[] tensors, int dim) : Node("CatBackward0", tensors)
{
    private readonly long[] _sizes = [.. tensors.Select(t => t.Impl.Shape.Length > dim ? t.Impl.Shape[dim] : 0)];
    private readonly ScalarType[] _types = [.. tensors.Select(t => t.dtype)];

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var results = new Tensor?[_sizes.Length];
        long start = 0;
        for (var i = 0; i < results.Length; i++)
        {
            if (Needs(i)) results[i] = grads[0]!.slice(dim, start, start + _sizes[i], 1).to_type(_types[i]);
            start += _sizes[i];
        }
        return results;
    }
}
