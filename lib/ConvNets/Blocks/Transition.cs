// The transition between dense blocks: compress the maps, halve the picture. Names are torchvision's.
// Huang, Liu, van der Maaten and Weinberger, 2017, "Densely connected convolutional networks", section 3. The ReLU is in every
// implementation, though not in the paper's sentence.
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>Builds transitions.</summary>
public static class Transition
{
    /// <summary>BN-ReLU-1x1-average pool 2x2: <c>[N, C, H, W]</c> to <c>[N, out, H / 2, W / 2]</c>, out = floor(theta C).</summary>
    public static Sequential Layer(long inChannels, long outChannels) => Sequential(
        ("norm", BatchNorm2d(inChannels)), ("relu", ReLU()),
        ("conv", Conv2d(inChannels, outChannels, 1, bias: false)), ("pool", AvgPool2d(2, 2)));
}
