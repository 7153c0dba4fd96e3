// WR-Inception: a wide residual network of 16 layers with one residual inception unit after its first reduction.
// Lee, Kim et al., 2017, "Wide-residual-inception networks for real-time object detection"; shortcuts see x itself, as in the authors' code.
using ConvNets.Blocks;
using ConvNets.Layers;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>The base network and its wider form l2, on 32x32 pictures.</summary>
public static class WrInception
{
    /// <summary>2,733,530 parameters for ten classes.</summary>
    public static CifarStages Base(long classes = 10, long inChannels = 3) =>
        Build(16, 128, new ResidualInceptionUnit(128, w: 128, b: 64, c1: 64, c2: 128), classes, inChannels);

    /// <summary>The form l2: a stem of 64, and 256 channels from the second stage on.</summary>
    public static CifarStages L2(long classes = 10, long inChannels = 3) =>
        Build(64, 256, new ResidualInceptionUnit(256, w: 256, b: 256, c1: 128, c2: 256), classes, inChannels);

    private static CifarStages Build(long first, long second, ResidualInceptionUnit unit, long classes, long inChannels)
    {
        static PreActBlock Wide(long from, long width, long stride = 1) => new(from, width, stride, shared: false);
        return new(nameof(WrInception), Conv2d(inChannels, first, 3, padding: 1, bias: false),
            [
                Sequential(Wide(first, 64), Wide(64, 64)),
                Sequential(Wide(64, second, 2), unit),
                Sequential(Wide(second, 256, 2), Wide(256, 256)),
            ], 256, classes, Initialise.HeFanIn);
    }
}
