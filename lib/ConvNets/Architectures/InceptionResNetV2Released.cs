// Inception-ResNet-v2 as TensorFlow, Keras and timm released it: a v3 stem and 10, 20 and 10 blocks at 320, 1088 and 2080 channels.
// Not the network of the paper's figures. Names are timm's.
// Szegedy, Ioffe, Vanhoucke and Alemi, 2017, "Inception-v4, Inception-ResNet and the impact of residual connections on learning".
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static ConvNets.Blocks.InceptionResNetModules;
using static ConvNets.Blocks.InceptionV4Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary><c>[N, 3, 299, 299]</c> to <c>[N, classes]</c>.</summary>
public sealed class InceptionResNetV2Released : Module<Tensor, Tensor>, ITraceable
{
    private readonly BasicConv2d conv2d_1a;
    private readonly BasicConv2d conv2d_2a;
    private readonly BasicConv2d conv2d_2b;
    private readonly MaxPool2d maxpool_3a;
    private readonly BasicConv2d conv2d_3b;
    private readonly BasicConv2d conv2d_4a;
    private readonly MaxPool2d maxpool_5a;
    private readonly FilterConcat mixed_5b;
    private readonly Sequential repeat;
    private readonly FilterConcat mixed_6a;
    private readonly Sequential repeat_1;
    private readonly FilterConcat mixed_7a;
    private readonly Sequential repeat_2;
    private readonly InceptionResidual block8;
    private readonly BasicConv2d conv2d_7b;
    private readonly AdaptiveAvgPool2d global_pool;
    private readonly Flatten flatten;
    private readonly Dropout dropout;
    private readonly Linear classif;

    /// <summary>Builds the network.</summary>
    public InceptionResNetV2Released(long classes = 1000, long inChannels = 3) : base(nameof(InceptionResNetV2Released))
    {
        conv2d_1a = Unit(inChannels, 32, 3, stride: 2);
        conv2d_2a = Unit(32, 32, 3);
        conv2d_2b = Unit(32, 64, 3, padding: 1);
        maxpool_3a = MaxPool2d(3, 2);
        conv2d_3b = Unit(64, 80);
        conv2d_4a = Unit(80, 192, 3);
        maxpool_5a = MaxPool2d(3, 2);
        mixed_5b = new FilterConcat(
            [("branch0", Unit(192, 96))],
            [("branch1", Sequential(Unit(192, 48), Unit(48, 64, 5, padding: 2)))],
            [("branch2", Sequential(Unit(192, 64), Unit(64, 96, 3, padding: 1), Unit(96, 96, 3, padding: 1)))],
            [("branch3", Sequential(AvgPool2d(3, stride: 1, padding: 1, count_include_pad: false), Unit(192, 64)))]);
        repeat = Stage.Of(10, () => A(320, 48, 64, 0.17));
        mixed_6a = ReductionA(320, k: 256, l: 256, m: 384, n: 384);
        repeat_1 = Stage.Of(20, () => B(1088, 192, 128, 160, 192, 0.10));
        mixed_7a = InceptionResNetModules.ReductionB(1088, 288, 288, 320);
        repeat_2 = Stage.Of(9, () => C(2080, 224, 256, 0.20));
        block8 = C(2080, 224, 256, 1, activate: false);
        conv2d_7b = Unit(2080, 1536);
        global_pool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        dropout = Dropout(0.2);
        classif = Linear(1536, classes);
        RegisterComponents();
        Initialise.TruncatedGaussian(this, 0.1);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = maxpool_3a.call(conv2d_2b.call(conv2d_2a.call(conv2d_1a.call(x))));  // 64 x 73 x 73
        x = maxpool_5a.call(conv2d_4a.call(conv2d_3b.call(x)));                  // 192 x 35 x 35
        x = repeat.call(mixed_5b.call(x));                                       // 320 x 35 x 35
        x = repeat_1.call(mixed_6a.call(x));                                     // 1088 x 17 x 17
        x = block8.call(repeat_2.call(mixed_7a.call(x)));                        // 2080 x 8 x 8
        x = flatten.call(global_pool.call(conv2d_7b.call(x)));
        return classif.call(dropout.call(x)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(
        conv2d_1a, conv2d_2a, conv2d_2b, maxpool_3a, conv2d_3b, conv2d_4a, maxpool_5a, mixed_5b, repeat, mixed_6a, repeat_1,
        mixed_7a, repeat_2, block8, conv2d_7b, global_pool, flatten, dropout, classif);
}
