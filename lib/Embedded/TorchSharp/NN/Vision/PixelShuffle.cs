namespace TorchSharp.Modules;

/// <summary><c>[N, C*r*r, H, W]</c> to <c>[N, C, H*r, W*r]</c> (W. Shi and others, 2016, "Real-time single image and video super-resolution using an efficient sub-pixel convolutional neural network").</summary>
public sealed class PixelShuffle : ParameterLessModule<Tensor, Tensor>
{
    internal PixelShuffle(long upscale_factor)
        : base(nameof(PixelShuffle))
    {
        this.upscale_factor = upscale_factor;
    }

    public override Tensor forward(Tensor input) => nn.functional.pixel_shuffle(input, upscale_factor);

    public long upscale_factor { get; set; }
}
