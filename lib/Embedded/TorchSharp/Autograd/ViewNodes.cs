
namespace TorchSharp.Autograd;

/// <summary>Gradient of a view by geometry: the gradient is placed at the view's elements of a zero tensor.</summary>
internal sealed class AsStridedBackward : Node
{
    private readonly long[] _baseShape;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly long _offset;
    private readonly ViewGeometry _geometry;

    public AsStridedBackward(TensorImpl of, long[] shape, long[] strides, long offset) : base("AsStridedBackward0", new Tensor?[1])
    {
        Connect(0, of);
        _baseShape = of.Shape;
        _shape = shape;
        _strides = strides;
        _offset = offset;
        _geometry = new ViewGeometry(of);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var result = Ops.Zeros(_baseShape, grads[0]!.dtype);
        var (strides, offset) = _geometry.In(result, _strides, _offset);
        var node = GradMode.Needs(grads[0]) ? new ViewBackward("AsStridedScatterBackward0", grads[0]!, grad => grad.contiguous().as_strided(_shape, strides, offset)) : null;
        if (ViewGeometry.Overlaps(_shape, strides)) ScatterAdd(result, grads[0]!, strides, offset);
        else
        {
            using var target = result.Alias(_shape, strides, offset);
            Ops.CopyInto(target, grads[0]!);
        }
        return [node is null ? result : node.Attach(result)];
    }

    // Overlapping windows (unfold, expand): their gradients add up.
    private void ScatterAdd(Tensor result, Tensor grad, long[] strides, long offset)
    {
        // Sums of half precision are taken in float32.
        using var sums = Ops.IsHalf(result) ? Ops.Converted(result, ScalarType.Float32) : result.Alias(result.Impl.Shape, result.Impl.Strides, result.Impl.Offset);
        using var parts = Ops.IsHalf(grad) ? Ops.Converted(grad, ScalarType.Float32) : grad.detach();
        var call = new Kernels.AddStrided(sums, parts, _shape, strides, offset);
        Dtypes.DispatchFloating("as_strided", sums.dtype, ref call);
        if (Ops.IsHalf(result)) Ops.CopyInto(result, sums);
    }
}

/// <summary>Translates a view's geometry from its base's memory to a contiguous tensor of the base's shape.</summary>
internal sealed class ViewGeometry(TensorImpl of)
{
    private readonly long[] _baseShape = of.Shape;
    private readonly long[] _baseStrides = of.Strides;
    private readonly long _baseOffset = of.Offset;
    private readonly bool _contiguous = of.IsContiguous;

    public (long[] Strides, long Offset) In(Tensor contiguous, long[] viewStrides, long viewOffset)
    {
        if (_contiguous) return (viewStrides, viewOffset - _baseOffset);
        var target = contiguous.Impl.Strides;
        var start = viewOffset - _baseOffset;
        // Strides of a base that is dense in another order map one to one, largest first.
        var result = new long[viewStrides.Length];
        for (var d = 0; d < viewStrides.Length; d++) result[d] = Map(viewStrides[d], target);
        return (result, Map(start, target));
    }

    public static bool Overlaps(long[] shape, long[] strides)
    {
        var dims = Enumerable.Range(0, shape.Length).Where(d => shape[d] > 1).OrderBy(d => strides[d]).ToArray();
        long reach = 0;
        foreach (var d in dims)
        {
            if (strides[d] <= reach) return true;
            reach += strides[d] * (shape[d] - 1);
        }
        return false;
    }

    private long Map(long distance, long[] target)
    {
        long result = 0;
        foreach (var d in Enumerable.Range(0, _baseShape.Length).Where(d => _baseShape[d] > 1 && _baseStrides[d] > 0).OrderByDescending(d => _baseStrides[d]))
        {
            var steps = distance / _baseStrides[d];
            result += steps * target[d];
            distance -= steps * _baseStrides[d];
        }
        return result;
    }
}

/// <summary>
/// The node of a base after one of its views was changed in place: the view's part of the gradient goes through the
/// operation's own node, the rest passes.
/// </summary>
internal sealed class CopySlices : Node
{
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly long _offset;
    private readonly ViewGeometry _geometry;
    private readonly Node _operation;
    private readonly int _self;

    public CopySlices(TensorImpl of, TensorImpl view, Node operation, int self) : base("CopySlices", new Tensor?[operation.Inputs.Length + 1])
    {
        Connect(0, of);
        _shape = view.Shape;
        _strides = view.Strides;
        _offset = view.Offset;
        _geometry = new ViewGeometry(of);
        operation.Hold();
        _operation = operation;
        _self = self;
        for (var i = 0; i < operation.Inputs.Length; i++)
            if (i != self) Connect(i + 1, operation.Inputs[i]);
    }

    protected internal override Tensor?[] Backward(Tensor?[] grads)
    {
        var result = grads[0]!.clone();
        var (strides, offset) = _geometry.In(result, _strides, _offset);
        var slice = result.as_strided(_shape, strides, offset);
        var inner = _operation.Backward([slice.clone()]);
        slice.zero_();
        var gradients = new Tensor?[Inputs.Length];
        for (var i = 0; i < inner.Length; i++)
        {
            if (i == _self)
            {
                if (inner[i] is { } own) slice.copy_(own);
            }
            else gradients[i + 1] = inner[i];
        }
        gradients[0] = result;
        return gradients;
    }

    public override void ReleaseSaved()
    {
        base.ReleaseSaved();
        _operation.ReleaseSaved();
    }

    protected override void OnFree() => _operation.Release();
}

/// <summary>What every in-place operation does before and after its kernel.</summary>
internal static class Inplace
{
    /// <summary>Refuses changes that autograd could not see.</summary>
    public static void Check(Tensor self)
    {
        var impl = self.Impl;
        for (var d = 0; d < impl.Strides.Length && impl.Count > 0; d++)
            if (impl.Strides[d] == 0 && impl.Shape[d] > 1) throw new ExternalException($"unsupported operation: more than one element of the written-to tensor refers to a single memory location. The tensor of shape {Shapes.Text(impl.Shape)} is expanded along dimension {d}: clone() it before the operation.");
        if (!GradMode.Enabled) return;
        if (impl.LeafRequiresGrad)
            throw new ExternalException("a leaf Variable that requires grad is being used in an in-place operation.");
        if (impl.Base is { LeafRequiresGrad: true })
            throw new ExternalException("a view of a leaf Variable that requires grad is being used in an in-place operation.");
    }

    /// <summary>Counts the change; what was saved before is now stale.</summary>
    public static void Changed(Tensor self) => self.Impl.Storage.Version++;

    /// <summary>
    /// After the kernel: counts the change and makes the node (null where nothing is recorded) that of the tensor,
    /// and of its base if it is a view. The node was made before the kernel ran.
    /// </summary>
    public static Tensor Record(Tensor self, Node? node, int selfInput = 0)
    {
        var impl = self.Impl;
        if (node is null)
        {
            // Without a record the tensor keeps its node, and so do its views.
            Changed(self);
            return self;
        }
        if (impl.Base is { } root)
        {
            var copy = new CopySlices(root, impl, node, selfInput);
            Changed(self);
            node.OutputsWritten();
            root.SetGradFn(copy);
            impl.SetGradFn(new AsStridedBackward(root, impl.Shape, impl.Strides, impl.Offset));
        }
        else
        {
            Changed(self);
            node.OutputsWritten();
            impl.SetGradFn(node);
        }
        return self;
    }
}
