// Inception-v2, the 42-layer network of table 1 (not BN-Inception, which other papers call by this name).
// Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, 2016, "Rethinking the Inception architecture for computer vision", table 1.
// The table gives the stem and the grids; module widths are those of the released v3, and its counts 3, 5 and 2 are read as there:
// 3 A, a reduction and 4 B, a reduction and 2 C.
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static ConvNets.Blocks.InceptionV3Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary><c>[N, 3, 299, 299]</c> to <c>[N, classes]</c>.</summary>
public sealed class InceptionV2 : Module<Tensor, Tensor>, ITraceable
{
    private readonly Sequential features;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Flatten flatten;
    private readonly Linear fc;

    /// <summary>Builds the network.</summary>
    public InceptionV2(long classes = 1000, long inChannels = 3) : base(nameof(InceptionV2))
    {
        features = Sequential(
            ("conv1", new BasicConv2d(inChannels, 32, 3, stride: 2)),    // 149
            ("conv2", new BasicConv2d(32, 32, 3)),                       // 147
            ("conv3", new BasicConv2d(32, 64, 3, padding: 1)),
            ("pool", MaxPool2d(3, 2)),                                   // 73
            ("conv4", new BasicConv2d(64, 80, 3)),                       // 71
            ("conv5", new BasicConv2d(80, 192, 3, stride: 2)),           // 35
            ("conv6", new BasicConv2d(192, 288, 3, padding: 1)),
            ("figure5_1", A(288, 64, two3x3: true)),
            ("figure5_2", A(288, 64, two3x3: true)),
            ("figure5_3", A(288, 64, two3x3: true)),
            ("figure6_1", ReductionA(288)),                              // 17
            ("figure6_2", B(128)),
            ("figure6_3", B(160)),
            ("figure6_4", B(160)),
            ("figure6_5", B(192)),
            ("reduction", ReductionB()),                                 // 8
            ("figure7_1", C(1280)),
            ("figure7_2", C(2048)));
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(2048, classes);
        RegisterComponents();
        Initialise.TruncatedGaussian(this, 0.1);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return fc.call(flatten.call(avgpool.call(features.call(x)))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(features, avgpool, flatten, fc);
}
