namespace TorchSharp.Modules;

/// <summary>Maxima over windows chosen so that the output has a given size.</summary>
public sealed class AdaptiveMaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveMaxPool2d(long[] output_size)
        : base(nameof(AdaptiveMaxPool2d))
    {
        this.output_size = output_size;
    }

    public override Tensor forward(Tensor input) => nn.functional.adaptive_max_pool2d(input, output_size);

    /// <summary>The maxima and their positions, flat within each plane of H*W.</summary>
    public (Tensor output, Tensor indices) forward_with_indices(Tensor input)
        => nn.functional.adaptive_max_pool2d_with_indices(input, output_size);

    public long[] output_size { get; set; }
}
