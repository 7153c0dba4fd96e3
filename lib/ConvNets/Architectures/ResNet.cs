// Residual networks for ImageNet and their plain twins. Names are torchvision's, so that its weights load as they are.
// He, Zhang, Ren and Sun, 2015, "Deep residual learning for image recognition", table 1.
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>
/// conv1 7x7/2, max pool 3x3/2, four stages of residual blocks, global average pool, one linear layer:
/// <c>[N, 3, 224, 224]</c> to <c>[N, classes]</c>.
/// </summary>
public sealed class ResNet : Module<Tensor, Tensor>, ITraceable
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly ReLU relu;
    private readonly MaxPool2d maxpool;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Flatten flatten;
    private readonly Linear fc;

    /// <summary>Builds the network.</summary>
    /// <param name="blocks">Number of blocks in each of the four stages: the columns of table 1.</param>
    /// <param name="bottleneck">Three-layer bottleneck blocks instead of basic ones.</param>
    /// <param name="shortcut">Shortcut option A, B or C, or none.</param>
    /// <param name="strideOnFirst1x1">The place of a bottleneck's stride: the paper's 1x1, or torchvision's 3x3.</param>
    /// <param name="widening">Width of the 3x3 of a bottleneck; 2 in WRN-50-2.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    public ResNet(
        int[] blocks, bool bottleneck, ShortcutOption shortcut = ShortcutOption.B, bool strideOnFirst1x1 = true,
        long widening = 1, long classes = 1000, long inChannels = 3) : base(nameof(ResNet))
    {
        Sequential Stage(long width, int count, long stride, ref long channels)
        {
            var stage = Sequential();
            for (var i = 0; i < count; i++)
            {
                var step = i == 0 ? stride : 1;
                stage.append(bottleneck
                    ? new Bottleneck(channels, width, step, shortcut, strideOnFirst1x1, widening)
                    : new BasicBlock(channels, width, step, shortcut));
                channels = bottleneck ? width * Bottleneck.Expansion : width;
            }
            return stage;
        }

        var channels = 64L;
        conv1 = Conv2d(inChannels, 64, 7, stride: 2, padding: 3, bias: false);
        bn1 = BatchNorm2d(64);
        relu = ReLU();
        maxpool = MaxPool2d(3, stride: 2, padding: 1);
        layer1 = Stage(64, blocks[0], 1, ref channels);
        layer2 = Stage(128, blocks[1], 2, ref channels);
        layer3 = Stage(256, blocks[2], 2, ref channels);
        layer4 = Stage(512, blocks[3], 2, ref channels);
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(channels, classes);
        RegisterComponents();
        Initialise.HeFanIn(this);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = relu.call(bn1.call(conv1.call(x)));                          // 64 x 112 x 112
        x = layer1.call(maxpool.call(x));                                // 56 x 56
        x = layer4.call(layer3.call(layer2.call(x)));                    // 28, 14, 7
        return fc.call(flatten.call(avgpool.call(x))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(conv1, bn1, relu, maxpool, layer1, layer2, layer3, layer4, avgpool, flatten, fc);
}
