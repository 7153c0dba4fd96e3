// The CIFAR ResNet trained with stochastic depth, linear decay to a survival of one half.
// Huang, Sun, Liu, Sedra and Weinberger, 2016, "Deep networks with stochastic depth".
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>6n + 2 layers in full depth, on 32x32 pictures: <c>[N, C, 32, 32]</c> to <c>[N, classes]</c>.</summary>
public sealed class StochasticDepthNet : Module<Tensor, Tensor>, ITraceable
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
    /// <param name="depth">6n + 2.</param>
    /// <param name="lastSurvival">p_L, the survival of the last block.</param>
    /// <param name="bias">Whether convolutions have biases, as in the authors' code.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    /// <param name="width">Channels of the first stage; 16 in the paper.</param>
    /// <exception cref="ArgumentException">The depth is not of the form 6n + 2.</exception>
    public StochasticDepthNet(int depth, double lastSurvival = 0.5, bool bias = true, long classes = 10, long inChannels = 3, long width = 16)
        : base(nameof(StochasticDepthNet))
    {
        var n = Stage.Blocks(depth, 6, 2);
        Sequential StageOf(int stage, long from, long to, long stride) => Stage.Of(n, i => new StochasticDepthBlock(
            i == 0 ? from : to, to, i == 0 ? stride : 1,
            StochasticDepthBlock.LinearDecay(stage * n + i + 1, 3 * n, lastSurvival), bias));

        conv1 = Conv2d(inChannels, width, 3, padding: 1, bias: bias);
        bn1 = BatchNorm2d(width);
        relu = ReLU();
        layer1 = StageOf(0, width, width, 1);
        layer2 = StageOf(1, width, 2 * width, 2);
        layer3 = StageOf(2, 2 * width, 4 * width, 2);
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(4 * width, classes);
        RegisterComponents();
        Initialise.HeFanOut(this);
    }

    /// <summary>Number of blocks that a mini-batch passes on average: the sum of the survival probabilities.</summary>
    public double ExpectedBlocks => modules().OfType<StochasticDepthBlock>().Sum(block => block.Survival);

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
