// Network in Network: mlpconv layers, and global average pooling of one map per class in the place of fully-connected layers.
// Lin, Chen and Yan, 2014, "Network in network". Widths are those of the authors' Caffe models; a ReLU follows the class maps too.
// The ImageNet network is not in the paper: it exists as their release.
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>mlpconv layers and global average pooling: <c>[N, 3, H, W]</c> to <c>[N, classes]</c>.</summary>
public sealed class NetworkInNetwork : Module<Tensor, Tensor>, ITraceable
{
    private readonly Sequential features;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Flatten flatten;

    private NetworkInNetwork(string name, Sequential features) : base(name)
    {
        this.features = features;
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        RegisterComponents();
        Initialise.Gaussian(this, 0.05);
        string[] narrow = name == nameof(Cifar) ? ["mlpconv1.conv"] : ["mlpconv1.conv", "mlpconv3.conv", "mlpconv4.cccp2"];
        foreach (var (layer, module) in features.named_modules())
            if (narrow.Contains(layer))
                Initialise.Gaussian(module, 0.01);
    }

    /// <summary>The network for CIFAR: 192-160-96, 192-192-192, 192-192-classes, on 32x32.</summary>
    public static NetworkInNetwork Cifar(long classes = 10, long inChannels = 3) => new(nameof(Cifar), Sequential(
        ("mlpconv1", MlpConv.Layer(inChannels, 192, 160, 96, kernel: 5, padding: 2)),
        ("pool1", MaxPool2d(3, 2, ceil_mode: true)), ("drop1", Dropout()),
        ("mlpconv2", MlpConv.Layer(96, 192, 192, 192, kernel: 5, padding: 2)),
        ("pool2", AvgPool2d(3, 2, ceil_mode: true)), ("drop2", Dropout()),
        ("mlpconv3", MlpConv.Layer(192, 192, 192, classes, kernel: 3, padding: 1))));

    /// <summary>The released network for ImageNet: AlexNet's convolutions as mlpconv layers, on 224x224.</summary>
    public static NetworkInNetwork ImageNet(long classes = 1000, long inChannels = 3) => new(nameof(ImageNet), Sequential(
        ("mlpconv1", MlpConv.Layer(inChannels, 96, 96, 96, kernel: 11, stride: 4)), ("pool1", MaxPool2d(3, 2, ceil_mode: true)),
        ("mlpconv2", MlpConv.Layer(96, 256, 256, 256, kernel: 5, padding: 2)), ("pool2", MaxPool2d(3, 2, ceil_mode: true)),
        ("mlpconv3", MlpConv.Layer(256, 384, 384, 384, kernel: 3, padding: 1)), ("pool3", MaxPool2d(3, 2, ceil_mode: true)), ("drop", Dropout()),
        ("mlpconv4", MlpConv.Layer(384, 1024, 1024, classes, kernel: 3, padding: 1))));

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return flatten.call(avgpool.call(features.call(x))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(features, avgpool, flatten);
}
