// Inception-v4: a pure Inception network. Names are timm's.
// Szegedy, Ioffe, Vanhoucke and Alemi, 2017, "Inception-v4, Inception-ResNet and the impact of residual connections on learning", figure 9.
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static ConvNets.Blocks.InceptionV4Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Stem, 4 A, reduction, 7 B, reduction, 3 C: <c>[N, 3, 299, 299]</c> to <c>[N, classes]</c>.</summary>
public sealed class InceptionV4 : Module<Tensor, Tensor>, ITraceable
{
    private readonly Sequential features;
    private readonly AdaptiveAvgPool2d global_pool;
    private readonly Flatten flatten;
    private readonly Dropout dropout;
    private readonly Linear last_linear;

    /// <summary>Builds the network.</summary>
    public InceptionV4(long classes = 1000, long inChannels = 3) : base(nameof(InceptionV4))
    {
        features = Sequential(Stem(inChannels));                         // 384 x 35 x 35
        for (var i = 0; i < 4; i++)
            features.append(A());
        features.append(ReductionA(384, k: 192, l: 224, m: 256, n: 384)); // 1024 x 17 x 17
        for (var i = 0; i < 7; i++)
            features.append(B());
        features.append(ReductionB());                                   // 1536 x 8 x 8
        for (var i = 0; i < 3; i++)
            features.append(C());
        global_pool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        dropout = Dropout(0.2);
        last_linear = Linear(1536, classes);
        RegisterComponents();
        Initialise.TruncatedGaussian(this, 0.1);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = flatten.call(global_pool.call(features.call(x)));
        return last_linear.call(dropout.call(x)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(features, global_pool, flatten, dropout, last_linear);
}
