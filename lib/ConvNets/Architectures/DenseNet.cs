// DenseNets for CIFAR and ImageNet. Names are torchvision's.
// Huang, Liu, van der Maaten and Weinberger, 2017, "Densely connected convolutional networks", table 1 and section 4.
// The first convolution of the plain CIFAR networks has 16 maps, as in the paper; the authors' code always takes 2k.
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Dense blocks with transitions between them, global average pool, one linear layer: <c>[N, C, H, W]</c> to <c>[N, classes]</c>.</summary>
public sealed class DenseNet : Module<Tensor, Tensor>, ITraceable
{
    private readonly Sequential features;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Flatten flatten;
    private readonly Linear classifier;

    private DenseNet(Sequential stem, long channels, int[] blocks, long growthRate, bool bottleneck, double compression, double dropout, long classes)
        : base(nameof(DenseNet))
    {
        features = stem;
        foreach (var (index, layers) in blocks.Index())
        {
            if (index > 0)
            {
                var compressed = (long)(channels * compression);
                features.append($"transition{index}", Transition.Layer(channels, compressed));
                channels = compressed;
            }
            var block = Sequential();
            for (var i = 0; i < layers; i++, channels += growthRate)
                block.append($"denselayer{i + 1}", new DenseLayer(channels, growthRate, bottleneck, dropout));
            features.append($"denseblock{index + 1}", block);
        }
        features.append($"norm{blocks.Length + 1}", BatchNorm2d(channels)).append("relu", ReLU());
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        classifier = Linear(channels, classes);
        RegisterComponents();
        Initialise.HeFanOut(this, linear => Initialise.Bias(linear, 0));
    }

    /// <summary>A network of table 1, always with bottlenecks and compression by one half, on 224x224.</summary>
    /// <param name="blocks">Layers in each of the four blocks.</param>
    /// <param name="growthRate">k; the first convolution has 2k maps.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    public static DenseNet ImageNet(int[] blocks, long growthRate = 32, long classes = 1000, long inChannels = 3) => new(
        Sequential(
            ("conv0", Conv2d(inChannels, 2 * growthRate, 7, stride: 2, padding: 3, bias: false)), ("norm0", BatchNorm2d(2 * growthRate)),
            ("relu0", ReLU()), ("pool0", MaxPool2d(3, stride: 2, padding: 1))),
        2 * growthRate, blocks, growthRate, true, 0.5, 0, classes);

    /// <summary>A network for CIFAR: three blocks of (L - 4) / 3 layers, half as many in the BC form, on 32x32.</summary>
    /// <param name="depth">L.</param>
    /// <param name="growthRate">k.</param>
    /// <param name="bc">Bottlenecks, and compression by one half.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    /// <param name="first">Maps of the first convolution; by default 16, or 2k in the BC form.</param>
    /// <param name="dropout">Dropout after every convolution but the first: 0.2 in the paper when there is no augmentation.</param>
    /// <exception cref="ArgumentException">The depth is not of the form 3n + 4, or 6n + 4 in the BC form.</exception>
    public static DenseNet Cifar(int depth, long growthRate, bool bc, long classes = 10, long inChannels = 3, long? first = null, double dropout = 0)
    {
        var period = bc ? 6 : 3;
        var channels = first ?? (bc ? 2 * growthRate : 16);
        var layers = Stage.Blocks(depth, period, 4);
        return new(
            Sequential(("conv0", Conv2d(inChannels, channels, 3, padding: 1, bias: false))),
            channels, [layers, layers, layers], growthRate, bc, bc ? 0.5 : 1, dropout, classes);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return classifier.call(flatten.call(avgpool.call(features.call(x)))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(features, avgpool, flatten, classifier);
}
