namespace TorchSharp.Modules;

/// <summary>Tensors of the same first size, whose slices along it are the elements.</summary>
public class TensorDataset : utils.data.IterableDataset
{
    private readonly Tensor[] _tensors;

    internal TensorDataset(Tensor[] tensors)
    {
        if (tensors is null || tensors.Length == 0)
        {
            throw new ArgumentNullException(nameof(tensors));
        }

        if (tensors.Any(tensor => tensor.size(0) != tensors[0].size(0)))
        {
            throw new ArgumentException("All tensors must have the same first dimension size.", nameof(tensors));
        }

        _tensors = [.. tensors.Select(tensor => tensor.alias().DetachFromDisposeScope())];
    }

    /// <summary>The slices of one number.</summary>
    public IList<Tensor> this[long index] => [.. _tensors.Select(tensor => tensor.select(0, index))];

    public override long Count => _tensors[0].size(0);

    public override IList<Tensor> GetTensor(long index) => this[index];

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var tensor in _tensors)
            {
                tensor.Dispose();
            }
        }
    }
}
