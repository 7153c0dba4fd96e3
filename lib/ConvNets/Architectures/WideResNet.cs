// Wide residual networks for CIFAR: depth 6n + 4, widths 16k, 32k, 64k.
// Zagoruyko and Komodakis, 2016, "Wide residual networks", table 1; widening units share their BN-ReLU with a 1x1 shortcut without BN,
// as in the authors' code.
using ConvNets.Blocks;
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>WRN-d-k, on 32x32 pictures.</summary>
public static class WideResNet
{
    /// <summary>Builds WRN-d-k.</summary>
    /// <param name="depth">d = 6n + 4.</param>
    /// <param name="k">Widening factor.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    /// <param name="dropout">Dropout between the two convolutions of a unit.</param>
    /// <exception cref="ArgumentException">The depth is not of the form 6n + 4.</exception>
    public static CifarStages Build(int depth, int k, long classes = 10, long inChannels = 3, double dropout = 0)
    {
        var n = Stage.Blocks(depth, 6, 4);
        Sequential StageOf(long from, long width, long stride) => Stage.Of(n, i => i == 0
            ? new PreActBlock(from, width, stride, dropout: dropout)
            : new PreActBlock(width, width, dropout: dropout));
        return new($"WRN-{depth}-{k}", Conv2d(inChannels, 16, 3, padding: 1, bias: false),
            [StageOf(16, 16 * k, 1), StageOf(16 * k, 32 * k, 2), StageOf(32 * k, 64 * k, 2)], 64 * k, classes, Initialise.HeFanIn);
    }
}
