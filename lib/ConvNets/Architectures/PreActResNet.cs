// Pre-activation residual networks for CIFAR: 110 layers of basic units, 164 and 1001 layers of bottlenecks.
// He, Zhang, Ren and Sun, 2016, "Identity mappings in deep residual networks"; released code resnet-1k-layers, from which the stride
// on the first 1x1, the shared BN-ReLU of widening units and the projections without BN come.
using ConvNets.Blocks;
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Networks of pre-activation units, on 32x32 pictures.</summary>
public static class PreActResNet
{
    /// <summary>Basic units at widths 16, 32, 64 with shortcut option A: 6n + 2 layers.</summary>
    public static CifarStages Basic(int depth, long classes = 10, long inChannels = 3)
    {
        var n = Stage.Blocks(depth, 6, 2);
        Sequential StageOf(long from, long width, long stride) => Stage.Of(n, i => i == 0
            ? new PreActBlock(from, width, stride, zeroPad: true, shared: false)
            : new PreActBlock(width, width));
        return new(nameof(PreActResNet), Conv2d(inChannels, 16, 3, padding: 1, bias: false),
            [StageOf(16, 16, 1), StageOf(16, 32, 2), StageOf(32, 64, 2)], 64, classes, net => Initialise.HeFanOut(net));
    }

    /// <summary>Bottlenecks of 64, 128 and 256 output channels: 9n + 2 layers.</summary>
    public static CifarStages Bottlenecks(int depth, long classes = 10, long inChannels = 3)
    {
        var n = Stage.Blocks(depth, 9, 2);
        Sequential StageOf(long from, long width, long stride) => Stage.Of(n, i => i == 0
            ? new PreActBottleneck(from, width, stride, PreActivation.Shared)
            : new PreActBottleneck(4 * width, width, 1, PreActivation.Residual));
        return new(nameof(PreActResNet), Conv2d(inChannels, 16, 3, padding: 1, bias: false),
            [StageOf(16, 16, 1), StageOf(64, 32, 2), StageOf(128, 64, 2)], 256, classes, net => Initialise.HeFanOut(net));
    }
}
