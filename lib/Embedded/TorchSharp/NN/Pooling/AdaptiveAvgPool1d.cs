namespace TorchSharp.Modules;

/// <summary>Means over windows chosen so that the output has a given length.</summary>
public sealed class AdaptiveAvgPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool1d(long output_size)
        : base(nameof(AdaptiveAvgPool1d))
    {
        this.output_size = output_size;
    }

    public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool1d(input, output_size);

    public long output_size { get; set; }
}
