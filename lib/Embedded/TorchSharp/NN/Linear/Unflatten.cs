namespace TorchSharp.Modules;

/// <summary>One dimension as several.</summary>
public sealed class Unflatten : ParameterLessModule<Tensor, Tensor>
{
    internal Unflatten(long dim, long[] unflattened_size)
        : base(nameof(Unflatten))
    {
        this.dim = dim;
        this.unflattened_size = unflattened_size;
    }

    public override Tensor forward(Tensor tensor) => Given(tensor).unflatten(dim, unflattened_size);

    public long dim { get; set; }

    public long[] unflattened_size { get; set; }
}
