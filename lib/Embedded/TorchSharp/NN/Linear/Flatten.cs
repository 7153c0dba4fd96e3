namespace TorchSharp.Modules;

/// <summary>Dimensions start_dim to end_dim as one: <c>[N, C, H, W]</c> to <c>[N, C*H*W]</c> by default.</summary>
public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
{
    internal Flatten(long start_dim, long end_dim)
        : base(nameof(Flatten))
    {
        this.start_dim = start_dim;
        this.end_dim = end_dim;
    }

    public override Tensor forward(Tensor input) => Given(input).flatten(start_dim, end_dim);

    public long start_dim { get; set; }

    public long end_dim { get; set; }
}
