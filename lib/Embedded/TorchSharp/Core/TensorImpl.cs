
namespace TorchSharp.Core;

/// <summary>
/// What a tensor is: a storage seen through shape, strides and offset, and its place in the autograd graph.
/// Handles (<see cref="torch.Tensor"/>) and graph nodes share it and count themselves.
/// </summary>
internal sealed class TensorImpl
{
    private int _holders = 1;
    private Node? _gradFn;
    private int _viewVersion;

    public TensorImpl(Storage storage, long[] shape, long[] strides, long offset, ScalarType dtype)
    {
        Storage = storage;
        Shape = shape;
        Strides = strides;
        Offset = offset;
        Dtype = dtype;
        Shapes.CheckRank(shape);
        Count = Shapes.Count(shape);
    }

    // No kernel gets through so many elements in days; a view of that size may exist, but not be computed with.
    private const long MostToCompute = 1L << 46;

    public Storage Storage { get; private set; }

    public long[] Shape { get; private set; }

    /// <summary>Strides in elements.</summary>
    public long[] Strides { get; private set; }

    /// <summary>Offset in elements.</summary>
    public long Offset { get; private set; }

    public ScalarType Dtype { get; }

    /// <summary>Number of elements.</summary>
    public long Count { get; private set; }

    /// <summary>A leaf that wants gradients.</summary>
    public bool LeafRequiresGrad { get; set; }

    /// <summary>The accumulated gradient of a leaf, or of a tensor that retains it.</summary>
    public TensorImpl? Grad { get; set; }

    /// <summary>The node that accumulates into <see cref="Grad"/>, while a graph refers to it.</summary>
    public AccumulateGrad? Accumulator { get; set; }

    /// <summary>Hooks on the gradient of this tensor.</summary>
    public List<GradientHook>? Hooks { get; set; }

    public bool RetainsGrad { get; set; }

    /// <summary>The output of <see cref="GradFn"/> that this tensor is.</summary>
    public int OutputNumber { get; private set; }

    /// <summary>The tensor that this one is a differentiable view of.</summary>
    public TensorImpl? Base { get; private set; }

    /// <summary>Made in inference mode.</summary>
    public bool IsInference { get; set; }

    public bool RequiresGrad => LeafRequiresGrad || _gradFn is not null || (Base is { } b && b.RequiresGrad && _viewVersion != Storage.Version);

    /// <summary>The node that made this tensor. A view whose base was changed in place gets a new one.</summary>
    public Node? GradFn
    {
        get
        {
            if (Base is not null && _viewVersion != Storage.Version) RefreshView();
            return _gradFn;
        }
    }

    /// <summary>The address of the memory, where this tensor's offset counts from, for a kernel.</summary>
    /// <exception cref="ExternalException">The view repeats its memory to more elements than can be computed with.</exception>
    public nint Memory => Count <= MostToCompute ? Storage.Data : throw new ExternalException(
        $"A view of shape {Shapes.Text(Shape)} repeats {Storage.Bytes} bytes of memory to {Count} elements, more than any operation can visit: compute with the tensor before it is expanded.");

    public bool IsUnique => Volatile.Read(ref _holders) == 1 && Storage.IsUnique;

    public bool IsContiguous => Shapes.IsContiguous(Shape, Strides);

    public void Hold() => Interlocked.Increment(ref _holders);

    public void Release()
    {
        if (Interlocked.Decrement(ref _holders) != 0) return;
        Storage.Release();
        Grad?.Release();
        Grad = null;
        var node = _gradFn;
        _gradFn = null;
        node?.Release();
        Base?.Release();
        Base = null;
    }

    /// <summary>Makes this the output of a node. The caller's reference to the old node is dropped.</summary>
    public void SetGradFn(Node? node, int output = 0)
    {
        node?.Hold();
        var old = _gradFn;
        _gradFn = node;
        OutputNumber = output;
        _viewVersion = Storage.Version;
        if (node is not null) LeafRequiresGrad = false;
        old?.Release();
    }

    /// <summary>Marks this as a view of another tensor, so that in-place changes reach both graphs.</summary>
    public void SetBase(TensorImpl of)
    {
        var root = of.Base ?? of;
        root.Hold();
        Base = root;
        _viewVersion = Storage.Version;
    }

    /// <summary>Changes the geometry in place (squeeze_, transpose_, ...).</summary>
    public void SetGeometry(long[] shape, long[] strides, long offset)
    {
        Shape = shape;
        Strides = strides;
        Offset = offset;
        Count = Shapes.Count(shape);
    }

    /// <summary>Uses other memory from now on (set_, out: arguments).</summary>
    public void SetStorage(Storage storage)
    {
        storage.Hold();
        var old = Storage;
        Storage = storage;
        old.Release();
    }

    private void RefreshView()
    {
        _viewVersion = Storage.Version;
        if (!Base!.RequiresGrad) return;
        SetGradFn(new AsStridedBackward(Base, Shape, Strides, Offset));
    }
}
