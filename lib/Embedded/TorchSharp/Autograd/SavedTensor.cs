
namespace TorchSharp.Autograd;

/// <summary>
/// A tensor kept for backward: its memory, its place in the graph, and the version it had. Reading it after an in-place
/// change or after the graph was freed is an error, as in PyTorch.
/// </summary>
internal sealed class SavedTensor
{
    private readonly Node _owner;
    private readonly bool _isOutput;
    private readonly int _output;
    private int _version;
    private TensorImpl? _impl;

    public SavedTensor(TensorImpl tensor, Node owner, bool isOutput, int output = 0)
    {
        _owner = owner;
        _isOutput = isOutput;
        _output = output;
        _version = tensor.Storage.Version;
        if (isOutput || tensor.GradFn is not null)
        {
            // A twin over the same memory: an output must not hold its own node, and a later in-place change of the
            // tensor moves its node but not this one.
            tensor.Storage.Hold();
            _impl = new TensorImpl(tensor.Storage, tensor.Shape, tensor.Strides, tensor.Offset, tensor.Dtype);
            if (!isOutput) _impl.SetGradFn(tensor.GradFn, tensor.OutputNumber);
        }
        else
        {
            tensor.Hold();
            _impl = tensor;
        }
    }

    /// <summary>The tensor, as a new handle that the engine's scope disposes.</summary>
    public Tensor Get()
    {
        var impl = _impl ?? throw new ExternalException("Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or if you need to access saved tensors after calling backward.");
        if (impl.Storage.Version != _version)
            throw new ExternalException($"one of the variables needed for gradient computation has been modified by an inplace operation: [torch.{impl.Dtype} {Shapes.Text(impl.Shape)}], which is {(_isOutput ? "output " + _output + " of" : "needed by")} {_owner.Name}, is at version {impl.Storage.Version}; expected version {_version} instead.");
        if (_isOutput && GradMode.Enabled)
        {
            impl.Storage.Hold();
            var twin = new TensorImpl(impl.Storage, impl.Shape, impl.Strides, impl.Offset, impl.Dtype);
            twin.SetGradFn(_owner, _output);
            return new Tensor(twin);
        }
        impl.Hold();
        return new Tensor(impl);
    }

    /// <summary>An output that was written in place is saved as it is after the change.</summary>
    public void Written()
    {
        if (_isOutput && _impl is not null) _version = _impl.Storage.Version;
    }

    public void Release()
    {
        _impl?.Release();
        _impl = null;
    }
}
