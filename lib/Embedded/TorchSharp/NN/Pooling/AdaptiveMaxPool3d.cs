namespace TorchSharp.Modules;

/// <summary>Maxima over windows chosen so that a volume comes out with a given size.</summary>
public sealed class AdaptiveMaxPool3d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveMaxPool3d(long[] output_size)
        : base(nameof(AdaptiveMaxPool3d))
    {
        this.output_size = output_size;
    }

    public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool3d(input, output_size);

    /// <summary>The maxima and their positions, flat within each volume of D*H*W.</summary>
    public (Tensor output, Tensor indices) forward_with_indices(Tensor input)
        => nn.functional.adaptive_max_pool3d_with_indices(input, output_size);

    public long[] output_size { get; set; }
}
