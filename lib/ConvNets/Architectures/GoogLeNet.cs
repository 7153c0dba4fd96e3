// GoogLeNet with its two auxiliary classifiers: the paper's network, and torchvision's form of it. Names are torchvision's.
// Szegedy et al., 2015, "Going deeper with convolutions", table 1. The stem's 7x7 is a full convolution, as in every released
// model; the paper's table counts a separable one. Pools round up.
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Nine Inception modules: <c>[N, 3, 224, 224]</c> to <c>[N, classes]</c>.</summary>
public sealed class GoogLeNet : Module<Tensor, Tensor>, ITraceable, IAuxiliaryClassifiers
{
    private readonly BasicConv2d conv1;
    private readonly MaxPool2d maxpool1;
    private readonly Module<Tensor, Tensor>? norm1;
    private readonly BasicConv2d conv2;
    private readonly BasicConv2d conv3;
    private readonly Module<Tensor, Tensor>? norm2;
    private readonly MaxPool2d maxpool2;
    private readonly FilterConcat inception3a;
    private readonly FilterConcat inception3b;
    private readonly MaxPool2d maxpool3;
    private readonly FilterConcat inception4a;
    private readonly FilterConcat inception4b;
    private readonly FilterConcat inception4c;
    private readonly FilterConcat inception4d;
    private readonly FilterConcat inception4e;
    private readonly MaxPool2d maxpool4;
    private readonly FilterConcat inception5a;
    private readonly FilterConcat inception5b;
    private readonly InceptionAux aux1;
    private readonly InceptionAux aux2;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Flatten flatten;
    private readonly Dropout dropout;
    private readonly Linear fc;

    /// <summary>Builds the network.</summary>
    /// <param name="torchvision">
    /// torchvision's form: batch norm instead of biases and response normalisation, 3x3 in the 5x5 branches, a 2x2 fourth pool.
    /// </param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    public GoogLeNet(bool torchvision = false, long classes = 1000, long inChannels = 3) : base(nameof(GoogLeNet))
    {
        var bn = torchvision;
        FilterConcat Module(long channels, long c1, long r3, long c3, long r5, long c5, long pool) =>
            Inception.Module(channels, c1, r3, c3, r5, c5, pool, bn, kernel5x5: torchvision ? 3 : 5);

        conv1 = new BasicConv2d(inChannels, 64, 7, stride: 2, padding: 3, batchNorm: bn);
        maxpool1 = MaxPool2d(3, 2, ceil_mode: true);
        norm1 = bn ? null : new ResponseNormalisation(alpha: 1e-4 / 5, k: 1);
        conv2 = new BasicConv2d(64, 64, 1, batchNorm: bn);
        conv3 = new BasicConv2d(64, 192, 3, padding: 1, batchNorm: bn);
        norm2 = bn ? null : new ResponseNormalisation(alpha: 1e-4 / 5, k: 1);
        maxpool2 = MaxPool2d(3, 2, ceil_mode: true);
        //                          in  #1x1  3x3r  3x3  5x5r  5x5  pool proj
        inception3a = Module(192, 64, 96, 128, 16, 32, 32);
        inception3b = Module(256, 128, 128, 192, 32, 96, 64);
        maxpool3 = MaxPool2d(3, 2, ceil_mode: true);
        inception4a = Module(480, 192, 96, 208, 16, 48, 64);
        inception4b = Module(512, 160, 112, 224, 24, 64, 64);
        inception4c = Module(512, 128, 128, 256, 24, 64, 64);
        inception4d = Module(512, 112, 144, 288, 32, 64, 64);
        inception4e = Module(528, 256, 160, 320, 32, 128, 128);
        maxpool4 = MaxPool2d(torchvision ? 2 : 3, 2, ceil_mode: true);
        inception5a = Module(832, 256, 160, 320, 32, 128, 128);
        inception5b = Module(832, 384, 192, 384, 48, 128, 128);
        aux1 = new InceptionAux(512, classes, bn);
        aux2 = new InceptionAux(528, classes, bn);
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        dropout = Dropout(torchvision ? 0.2 : 0.4);
        fc = Linear(1024, classes);
        RegisterComponents();
        if (torchvision)
            Initialise.TruncatedGaussian(this, 0.01);
        else
            Initialise.Glorot(this);
    }

    /// <inheritdoc/>
    public double AuxiliaryWeight => 0.3;

    /// <inheritdoc/>
    public IReadOnlyList<string> AuxiliaryModules => [nameof(aux1), nameof(aux2)];

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return Head(AfterAux2(AfterAux1(ToAux1(x)))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public (Tensor Logits, IReadOnlyList<Tensor> Auxiliary) ForwardWithAuxiliary(Tensor x)
    {
        using var scope = NewDisposeScope();
        var after4a = ToAux1(x);
        var after4d = AfterAux1(after4a);
        var logits = Head(AfterAux2(after4d));
        return (logits.MoveToOuterDisposeScope(),
            [aux1.call(after4a).MoveToOuterDisposeScope(), aux2.call(after4d).MoveToOuterDisposeScope()]);
    }

    private Tensor ToAux1(Tensor x)
    {
        x = maxpool1.call(conv1.call(x));                                // 64 x 56 x 56
        x = norm1 is null ? x : norm1.call(x);
        x = conv3.call(conv2.call(x));                                   // 192 x 56 x 56
        x = norm2 is null ? x : norm2.call(x);
        x = inception3b.call(inception3a.call(maxpool2.call(x)));        // 480 x 28 x 28
        return inception4a.call(maxpool3.call(x));                       // 512 x 14 x 14
    }

    private Tensor AfterAux1(Tensor x) => inception4d.call(inception4c.call(inception4b.call(x)));

    private Tensor AfterAux2(Tensor x)
    {
        x = maxpool4.call(inception4e.call(x));                          // 832 x 7 x 7
        return inception5b.call(inception5a.call(x));                    // 1024 x 7 x 7
    }

    private Tensor Head(Tensor x) => fc.call(dropout.call(flatten.call(avgpool.call(x))));

    /// <inheritdoc/>
    public Flow Trace(Flow x)
    {
        x = x.Through(conv1, maxpool1, norm1, conv2, conv3, norm2, maxpool2, inception3a, inception3b, maxpool3, inception4a);
        x.Auxiliary(aux1);
        x = x.Through(inception4b, inception4c, inception4d);
        x.Auxiliary(aux2);
        return x.Through(inception4e, maxpool4, inception5a, inception5b, avgpool, flatten, dropout, fc);
    }
}
