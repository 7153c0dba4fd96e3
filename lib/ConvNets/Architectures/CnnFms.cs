// CNN-F, CNN-M with its narrow last feature layers, and CNN-S: the fast, medium and slow networks, in the released form.
// Chatfield, Simonyan, Vedaldi and Zisserman, 2014, "Return of the devil in the details", table 1. Pools round up as in Caffe
// except where the released sizes round down; CNN-S has no padding in conv2 (the paper's table prints 1) and one normalisation.
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>The networks of the evaluation, on 224x224 pictures.</summary>
public static class CnnFms
{
    /// <summary>CNN-F, as fast as AlexNet: 64 maps 11x11/4 first.</summary>
    public static ClassicNet Fast(long classes = 1000, long inChannels = 3) => Build("CNN-F",
        Sequential(
            ("conv1", Conv2d(inChannels, 64, 11, stride: 4)), ("relu1", ReLU()), ("norm1", Normalisation()),
            ("pool1", MaxPool2d(3, 2, ceil_mode: true)),
            ("conv2", Conv2d(64, 256, 5, padding: 2)), ("relu2", ReLU()), ("norm2", Normalisation()),
            ("pool2", MaxPool2d(3, 2, ceil_mode: true)),
            ("conv3", Conv2d(256, 256, 3, padding: 1)), ("relu3", ReLU()),
            ("conv4", Conv2d(256, 256, 3, padding: 1)), ("relu4", ReLU()),
            ("conv5", Conv2d(256, 256, 3, padding: 1)), ("relu5", ReLU()),
            ("pool5", MaxPool2d(3, 2))),
        256, classes);

    /// <summary>CNN-M: 96 maps 7x7/2 first, 512 maps in the last three convolutions.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    /// <param name="full7">Width of the last feature layer: 4096, 2048, 1024 or 128.</param>
    public static ClassicNet Medium(long classes = 1000, long inChannels = 3, long full7 = 4096) => Build("CNN-M",
        Sequential(
            ("conv1", Conv2d(inChannels, 96, 7, stride: 2)), ("relu1", ReLU()), ("norm1", Normalisation()),
            ("pool1", MaxPool2d(3, 2)),
            ("conv2", Conv2d(96, 256, 5, stride: 2, padding: 1)), ("relu2", ReLU()), ("norm2", Normalisation()),
            ("pool2", MaxPool2d(3, 2, ceil_mode: true)),
            ("conv3", Conv2d(256, 512, 3, padding: 1)), ("relu3", ReLU()),
            ("conv4", Conv2d(512, 512, 3, padding: 1)), ("relu4", ReLU()),
            ("conv5", Conv2d(512, 512, 3, padding: 1)), ("relu5", ReLU()),
            ("pool5", MaxPool2d(3, 2))),
        512, classes, full7);

    /// <summary>CNN-S, the accurate one: 7x7/2 first, 3x3/3 pooling, 5x5 without stride.</summary>
    public static ClassicNet Slow(long classes = 1000, long inChannels = 3) => Build("CNN-S",
        Sequential(
            ("conv1", Conv2d(inChannels, 96, 7, stride: 2)), ("relu1", ReLU()), ("norm1", Normalisation()),
            ("pool1", MaxPool2d(3, 3, ceil_mode: true)),
            ("conv2", Conv2d(96, 256, 5)), ("relu2", ReLU()),
            ("pool2", MaxPool2d(2, 2, ceil_mode: true)),
            ("conv3", Conv2d(256, 512, 3, padding: 1)), ("relu3", ReLU()),
            ("conv4", Conv2d(512, 512, 3, padding: 1)), ("relu4", ReLU()),
            ("conv5", Conv2d(512, 512, 3, padding: 1)), ("relu5", ReLU()),
            ("pool5", MaxPool2d(3, 3, ceil_mode: true))),
        512, classes);

    private static ResponseNormalisation Normalisation() => new(n: 5, alpha: 1e-4, beta: 0.75, k: 2);

    private static ClassicNet Build(string name, Sequential features, long channels, long classes, long full7 = 4096)
    {
        var net = new ClassicNet(name, features, map: 6, Sequential(
            ("full6", Linear(channels * 6 * 6, 4096)), ("relu6", ReLU()), ("drop6", Dropout()),
            ("full7", Linear(4096, full7)), ("relu7", ReLU()), ("drop7", Dropout()),
            ("full8", Linear(full7, classes))));
        Initialise.Gaussian(net, 0.01);
        return net;
    }
}
