// Inception-ResNet-v1 and v2 as the paper's figures draw them. The figures print 1154 and 2048 channels for two projections of v2;
// its shapes force 1152 and 2144.
// Szegedy, Ioffe, Vanhoucke and Alemi, 2017, "Inception-v4, Inception-ResNet and the impact of residual connections on learning", figure 15.
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static ConvNets.Blocks.InceptionResNetModules;
using static ConvNets.Blocks.InceptionV4Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Stem, 5 A, reduction, 10 B, reduction, 5 C: <c>[N, 3, 299, 299]</c> to <c>[N, classes]</c>.</summary>
public sealed class InceptionResNet : Module<Tensor, Tensor>, ITraceable
{
    private readonly Sequential stem;
    private readonly Sequential stageA;
    private readonly Module<Tensor, Tensor> reductionA;
    private readonly Sequential stageB;
    private readonly Module<Tensor, Tensor> reductionB;
    private readonly Sequential stageC;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Flatten flatten;
    private readonly Dropout dropout;
    private readonly Linear fc;

    private InceptionResNet(
        string name, Sequential stem, Func<InceptionResidual> a, FilterConcat reductionA, Func<InceptionResidual> b, FilterConcat reductionB,
        Func<InceptionResidual> c, long channels, long classes) : base(name)
    {
        this.stem = stem;
        stageA = Stage.Of(5, a);
        this.reductionA = reductionA;
        stageB = Stage.Of(10, b);
        this.reductionB = reductionB;
        stageC = Stage.Of(5, c);
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        dropout = Dropout(0.2);
        fc = Linear(channels, classes);
        RegisterComponents();
        Initialise.TruncatedGaussian(this, 0.1);
    }

    /// <summary>Version 1, the cost of Inception-v3: 256, 896 and 1792 channels.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    /// <param name="scale">Factor of the residuals; the paper scales only the wider version.</param>
    public static InceptionResNet V1(long classes = 1000, long inChannels = 3, double scale = 1) => new(
        nameof(V1),
        Sequential(
            Unit(inChannels, 32, 3, stride: 2), Unit(32, 32, 3), Unit(32, 64, 3, padding: 1), MaxPool2d(3, 2),
            Unit(64, 80), Unit(80, 192, 3), Unit(192, 256, 3, stride: 2)),
        () => A(256, 32, 32, scale),
        ReductionA(256, k: 192, l: 192, m: 256, n: 384),
        () => B(896, 128, 128, 128, 128, scale),
        InceptionResNetModules.ReductionB(896, 256, 256, 256),
        () => C(1792, 192, 192, scale),
        1792, classes);

    /// <summary>Version 2, the cost of Inception-v4 and its stem: 384, 1152 and 2144 channels.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    /// <param name="scale">Factor of the residuals: the paper's 0.1 to 0.3.</param>
    public static InceptionResNet V2(long classes = 1000, long inChannels = 3, double scale = 0.2) => new(
        nameof(V2),
        Sequential(Stem(inChannels)),
        () => A(384, 48, 64, scale),
        ReductionA(384, k: 256, l: 256, m: 384, n: 384),
        () => B(1152, 192, 128, 160, 192, scale),
        InceptionResNetModules.ReductionB(1152, 288, 288, 320),
        () => C(2144, 224, 256, scale),
        2144, classes);

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = stageA.call(stem.call(x));                                   // 35 x 35
        x = stageB.call(reductionA.call(x));                             // 17 x 17
        x = stageC.call(reductionB.call(x));                             // 8 x 8
        return fc.call(dropout.call(flatten.call(avgpool.call(x)))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(stem, stageA, reductionA, stageB, reductionB, stageC, avgpool, flatten, dropout, fc);
}
