// ResNet-200 of pre-activation bottlenecks for ImageNet, as the authors trained it with fb.resnet.torch: stride on the 3x3,
// projections without BN, no BN-ReLU in front of the very first unit.
// He, Zhang, Ren and Sun, 2016, "Identity mappings in deep residual networks", section 5.
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Stages of 3, 24, 36 and 3 units: <c>[N, 3, 224, 224]</c> to <c>[N, classes]</c>.</summary>
public sealed class PreActResNet200 : Module<Tensor, Tensor>, ITraceable
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly ReLU relu;
    private readonly MaxPool2d maxpool;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly Sequential layer4;
    private readonly BatchNorm2d bn5;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Flatten flatten;
    private readonly Linear fc;

    /// <summary>Builds the network.</summary>
    public PreActResNet200(long classes = 1000, long inChannels = 3) : base(nameof(PreActResNet200))
    {
        conv1 = Conv2d(inChannels, 64, 7, stride: 2, padding: 3, bias: false);
        bn1 = BatchNorm2d(64);
        relu = ReLU();
        maxpool = MaxPool2d(3, stride: 2, padding: 1);
        layer1 = StageOf(3, 64, 64, 1, PreActivation.None);
        layer2 = StageOf(24, 256, 128, 2, PreActivation.Shared);
        layer3 = StageOf(36, 512, 256, 2, PreActivation.Shared);
        layer4 = StageOf(3, 1024, 512, 2, PreActivation.Shared);
        bn5 = BatchNorm2d(2048);
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(2048, classes);
        RegisterComponents();
        Initialise.HeFanOut(this);
    }

    private static Sequential StageOf(int units, long from, long width, long stride, PreActivation first) => Stage.Of(units, i => i == 0
        ? new PreActBottleneck(from, width, stride, first, strideOnFirst1x1: false)
        : new PreActBottleneck(4 * width, width, 1, PreActivation.Residual, strideOnFirst1x1: false));

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = maxpool.call(relu.call(bn1.call(conv1.call(x))));            // 64 x 56 x 56
        x = layer4.call(layer3.call(layer2.call(layer1.call(x))));       // 56, 28, 14, 7
        x = avgpool.call(relu.call(bn5.call(x)));
        return fc.call(flatten.call(x)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(conv1, bn1, relu, maxpool, layer1, layer2, layer3, layer4, bn5, relu, avgpool, flatten, fc);
}
