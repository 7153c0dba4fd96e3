// BN-Inception: GoogLeNet with batch norm, two 3x3 in the place of each 5x5, and stride-2 modules in the place of two pools.
// Ioffe and Szegedy, 2015, "Batch normalization", figure 5. The table prints 576 channels for 4c and 4d, but its columns sum to
// 608; this is the reading of the sums. Convolutions keep their biases, as in the Caffe release.
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Ten modules: <c>[N, 3, 224, 224]</c> to <c>[N, classes]</c>.</summary>
public sealed class BnInception : Module<Tensor, Tensor>, ITraceable
{
    private readonly Sequential features;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Flatten flatten;
    private readonly Linear fc;
    private readonly bool sigmoid;

    /// <summary>Builds the network.</summary>
    /// <param name="sigmoid">The x5-Sigmoid form: a sigmoid in the place of every ReLU.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    public BnInception(bool sigmoid = false, long classes = 1000, long inChannels = 3) : base(nameof(BnInception))
    {
        this.sigmoid = sigmoid;
        features = Sequential(
            ("conv1", Unit(inChannels, 64, 7, 2)), ("pool1", MaxPool2d(3, 2, ceil_mode: true)),
            ("conv2_reduce", Unit(64, 64, 1)), ("conv2", Unit(64, 192, 3)), ("pool2", MaxPool2d(3, 2, ceil_mode: true)),
            //                  in  #1x1 3x3r 3x3 d3x3r d3x3 pool proj
            ("3a", Module(192, 64, 64, 64, 64, 96, "avg", 32)),
            ("3b", Module(256, 64, 64, 96, 64, 96, "avg", 64)),
            ("3c", Reduction(320, 128, 160, 64, 96)),
            ("4a", Module(576, 224, 64, 96, 96, 128, "avg", 128)),
            ("4b", Module(576, 192, 96, 128, 96, 128, "avg", 128)),
            ("4c", Module(576, 160, 128, 160, 128, 160, "avg", 128)),
            ("4d", Module(608, 96, 128, 192, 160, 192, "avg", 128)),
            ("4e", Reduction(608, 128, 192, 192, 256)),
            ("5a", Module(1056, 352, 192, 320, 160, 224, "avg", 128)),
            ("5b", Module(1024, 352, 192, 320, 192, 224, "max", 128)));
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(1024, classes);
        RegisterComponents();
        Initialise.HeFanIn(this);
    }

    private BasicConv2d Unit(long inChannels, long outChannels, long kernel, long stride = 1) =>
        new(inChannels, outChannels, kernel, stride, kernel / 2, bias: true, sigmoid: sigmoid);

    private FilterConcat Module(long channels, long c1, long r3, long c3, long rd, long d3, string pool, long proj) => new(
        [("branch1", Unit(channels, c1, 1))],
        [("branch2", Sequential(Unit(channels, r3, 1), Unit(r3, c3, 3)))],
        [("branch3", Sequential(Unit(channels, rd, 1), Unit(rd, d3, 3), Unit(d3, d3, 3)))],
        [("branch4", Sequential(
            pool == "avg" ? AvgPool2d(3, stride: 1, padding: 1) : MaxPool2d(3, stride: 1, padding: 1),
            Unit(channels, proj, 1)))]);

    /// <summary>The stride-2 modules 3c and 4e: no 1x1 branch, and the pool passes through.</summary>
    private FilterConcat Reduction(long channels, long r3, long c3, long rd, long d3) => new(
        [("branch2", Sequential(Unit(channels, r3, 1), Unit(r3, c3, 3, 2)))],
        [("branch3", Sequential(Unit(channels, rd, 1), Unit(rd, d3, 3), Unit(d3, d3, 3, 2)))],
        [("", MaxPool2d(3, 2, ceil_mode: true))]);

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return fc.call(flatten.call(avgpool.call(features.call(x)))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(features, avgpool, flatten, fc);
}
