namespace TorchSharp.Modules;

/// <summary><c>[N, C, H*r, W*r]</c> to <c>[N, C*r*r, H, W]</c>.</summary>
public sealed class PixelUnshuffle : ParameterLessModule<Tensor, Tensor>
{
    internal PixelUnshuffle(long downscale_factor)
        : base(nameof(PixelUnshuffle))
    {
        this.downscale_factor = downscale_factor;
    }

    public override Tensor forward(Tensor input) => nn.functional.pixel_unshuffle(input, downscale_factor);

    public long downscale_factor { get; set; }
}
