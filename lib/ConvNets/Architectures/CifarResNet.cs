// Residual networks for CIFAR-10 and their plain twins: 6n + 2 weight layers.
// He, Zhang, Ren and Sun, 2015, "Deep residual learning for image recognition", section 4.2.
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>
/// conv1 3x3, three stages of n basic blocks at widths 16, 32, 64 and maps 32, 16, 8, global average pool, one linear layer:
/// <c>[N, 3, 32, 32]</c> to <c>[N, classes]</c>.
/// </summary>
public sealed class CifarResNet : Module<Tensor, Tensor>, ITraceable
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly ReLU relu;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Flatten flatten;
    private readonly Linear fc;

    /// <summary>Builds the network.</summary>
    /// <param name="depth">Number of weight layers, 6n + 2.</param>
    /// <param name="shortcut">The paper's CIFAR networks use option A; <see cref="ShortcutOption.Plain"/> gives the plain twin.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    /// <param name="width">Channels of the first stage; 16 in the paper.</param>
    /// <exception cref="ArgumentException">The depth is not of the form 6n + 2.</exception>
    public CifarResNet(
        int depth, ShortcutOption shortcut = ShortcutOption.A, long classes = 10, long inChannels = 3, long width = 16) : base(nameof(CifarResNet))
    {
        var n = Stage.Blocks(depth, 6, 2);
        Sequential StageOf(long from, long to, long stride) => Stage.Of(n, i => new BasicBlock(i == 0 ? from : to, to, i == 0 ? stride : 1, shortcut));

        conv1 = Conv2d(inChannels, width, 3, padding: 1, bias: false);
        bn1 = BatchNorm2d(width);
        relu = ReLU();
        layer1 = StageOf(width, width, 1);
        layer2 = StageOf(width, 2 * width, 2);
        layer3 = StageOf(2 * width, 4 * width, 2);
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(4 * width, classes);
        RegisterComponents();
        Initialise.HeFanIn(this);
    }

    /// <summary>The three stages, in order.</summary>
    public IReadOnlyList<Sequential> Stages => [layer1, layer2, layer3];

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = relu.call(bn1.call(conv1.call(x)));                          // 16 x 32 x 32
        x = layer3.call(layer2.call(layer1.call(x)));                    // 16x32x32, 32x16x16, 64x8x8
        return fc.call(flatten.call(avgpool.call(x))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(conv1, bn1, relu, layer1, layer2, layer3, avgpool, flatten, fc);
}
