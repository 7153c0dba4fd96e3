// Inception-v3 with its auxiliary classifier, as released. Names are torchvision's.
// Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, 2016, "Rethinking the Inception architecture for computer vision".
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static ConvNets.Blocks.InceptionV3Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Stem, 3 A, reduction, 4 B, reduction, 2 C: <c>[N, 3, 299, 299]</c> to <c>[N, classes]</c>.</summary>
public sealed class InceptionV3 : Module<Tensor, Tensor>, ITraceable, IAuxiliaryClassifiers
{
    private readonly BasicConv2d Conv2d_1a_3x3;
    private readonly BasicConv2d Conv2d_2a_3x3;
    private readonly BasicConv2d Conv2d_2b_3x3;
    private readonly MaxPool2d maxpool1;
    private readonly BasicConv2d Conv2d_3b_1x1;
    private readonly BasicConv2d Conv2d_4a_3x3;
    private readonly MaxPool2d maxpool2;
    private readonly FilterConcat Mixed_5b;
    private readonly FilterConcat Mixed_5c;
    private readonly FilterConcat Mixed_5d;
    private readonly FilterConcat Mixed_6a;
    private readonly FilterConcat Mixed_6b;
    private readonly FilterConcat Mixed_6c;
    private readonly FilterConcat Mixed_6d;
    private readonly FilterConcat Mixed_6e;
    private readonly InceptionV3Aux AuxLogits;
    private readonly FilterConcat Mixed_7a;
    private readonly FilterConcat Mixed_7b;
    private readonly FilterConcat Mixed_7c;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Dropout dropout;
    private readonly Flatten flatten;
    private readonly Linear fc;

    /// <summary>Builds the network.</summary>
    public InceptionV3(long classes = 1000, long inChannels = 3) : base(nameof(InceptionV3))
    {
        Conv2d_1a_3x3 = new BasicConv2d(inChannels, 32, 3, stride: 2);
        Conv2d_2a_3x3 = new BasicConv2d(32, 32, 3);
        Conv2d_2b_3x3 = new BasicConv2d(32, 64, 3, padding: 1);
        maxpool1 = MaxPool2d(3, 2);
        Conv2d_3b_1x1 = new BasicConv2d(64, 80, 1);
        Conv2d_4a_3x3 = new BasicConv2d(80, 192, 3);
        maxpool2 = MaxPool2d(3, 2);
        Mixed_5b = A(192, poolFeatures: 32);
        Mixed_5c = A(256, poolFeatures: 64);
        Mixed_5d = A(288, poolFeatures: 64);
        Mixed_6a = ReductionA(288);
        Mixed_6b = B(128);
        Mixed_6c = B(160);
        Mixed_6d = B(160);
        Mixed_6e = B(192);
        AuxLogits = new InceptionV3Aux(768, classes);
        Mixed_7a = ReductionB();
        Mixed_7b = C(1280);
        Mixed_7c = C(2048);
        avgpool = AdaptiveAvgPool2d(1);
        dropout = Dropout(0.2);
        flatten = Flatten();
        fc = Linear(2048, classes);
        RegisterComponents();
        Initialise.TruncatedGaussian(this, 0.1);
    }

    /// <inheritdoc/>
    public double AuxiliaryWeight => 0.4;

    /// <inheritdoc/>
    public IReadOnlyList<string> AuxiliaryModules => [nameof(AuxLogits)];

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return Head(ToAux(x)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public (Tensor Logits, IReadOnlyList<Tensor> Auxiliary) ForwardWithAuxiliary(Tensor x)
    {
        using var scope = NewDisposeScope();
        var grid = ToAux(x);
        return (Head(grid).MoveToOuterDisposeScope(), [AuxLogits.call(grid).MoveToOuterDisposeScope()]);
    }

    private Tensor ToAux(Tensor x)
    {
        x = maxpool1.call(Conv2d_2b_3x3.call(Conv2d_2a_3x3.call(Conv2d_1a_3x3.call(x))));  // 64 x 73 x 73
        x = maxpool2.call(Conv2d_4a_3x3.call(Conv2d_3b_1x1.call(x)));                      // 192 x 35 x 35
        x = Mixed_5d.call(Mixed_5c.call(Mixed_5b.call(x)));                                // 288 x 35 x 35
        x = Mixed_6c.call(Mixed_6b.call(Mixed_6a.call(x)));                                // 768 x 17 x 17
        return Mixed_6e.call(Mixed_6d.call(x));
    }

    private Tensor Head(Tensor x)
    {
        x = Mixed_7c.call(Mixed_7b.call(Mixed_7a.call(x)));                                // 2048 x 8 x 8
        return fc.call(flatten.call(dropout.call(avgpool.call(x))));
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x)
    {
        x = x.Through(Conv2d_1a_3x3, Conv2d_2a_3x3, Conv2d_2b_3x3, maxpool1, Conv2d_3b_1x1, Conv2d_4a_3x3, maxpool2);
        x = x.Through(Mixed_5b, Mixed_5c, Mixed_5d, Mixed_6a, Mixed_6b, Mixed_6c, Mixed_6d, Mixed_6e);
        x.Auxiliary(AuxLogits);
        return x.Through(Mixed_7a, Mixed_7b, Mixed_7c, avgpool, dropout, flatten, fc);
    }
}
