// AlexNet: the network of 2012 with its two GPUs as groups, the same in one tower, and torchvision's later one.
// Krizhevsky, Sutskever and Hinton, 2012, "ImageNet classification with deep convolutional neural networks";
// Krizhevsky, 2014, "One weird trick for parallelizing convolutional neural networks".
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>The AlexNet family, on 227x227 (2012) and 224x224 (2014) pictures.</summary>
public static class AlexNet
{
    /// <summary>
    /// The network of 2012: 96-256-384-384-256 maps, convolutions 2, 4 and 5 see only the maps of their own GPU (groups = 2).
    /// The paper prints 224 as input; 55x55 outputs of conv1 need 227.
    /// </summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    /// <param name="groups">2 for the two GPUs, 1 for a single tower.</param>
    public static ClassicNet Of2012(long classes = 1000, long inChannels = 3, long groups = 2)
    {
        var net = new ClassicNet(nameof(AlexNet),
            Sequential(
                ("conv1", Conv2d(inChannels, 96, 11, stride: 4)), ("relu1", ReLU()), ("norm1", new ResponseNormalisation()),
                ("pool1", MaxPool2d(3, 2)),
                ("conv2", Conv2d(96, 256, 5, padding: 2, groups: groups)), ("relu2", ReLU()), ("norm2", new ResponseNormalisation()),
                ("pool2", MaxPool2d(3, 2)),
                ("conv3", Conv2d(256, 384, 3, padding: 1)), ("relu3", ReLU()),
                ("conv4", Conv2d(384, 384, 3, padding: 1, groups: groups)), ("relu4", ReLU()),
                ("conv5", Conv2d(384, 256, 3, padding: 1, groups: groups)), ("relu5", ReLU()),
                ("pool5", MaxPool2d(3, 2))),
            map: 6,
            FullyConnected(256 * 6 * 6, classes));
        Initialise2012(net);
        return net;
    }

    /// <summary>
    /// CaffeNet, the reference network of Yosinski et al. (2014): the network of 2012 with pooling before normalisation.
    /// </summary>
    public static ClassicNet CaffeNet(long classes = 1000, long inChannels = 3)
    {
        var net = new ClassicNet(nameof(CaffeNet),
            Sequential(
                ("conv1", Conv2d(inChannels, 96, 11, stride: 4)), ("relu1", ReLU()), ("pool1", MaxPool2d(3, 2)),
                ("norm1", LocalResponseNorm(5, 1e-4, 0.75, 1)),
                ("conv2", Conv2d(96, 256, 5, padding: 2, groups: 2)), ("relu2", ReLU()), ("pool2", MaxPool2d(3, 2)),
                ("norm2", LocalResponseNorm(5, 1e-4, 0.75, 1)),
                ("conv3", Conv2d(256, 384, 3, padding: 1)), ("relu3", ReLU()),
                ("conv4", Conv2d(384, 384, 3, padding: 1, groups: 2)), ("relu4", ReLU()),
                ("conv5", Conv2d(384, 256, 3, padding: 1, groups: 2)), ("relu5", ReLU()),
                ("pool5", MaxPool2d(3, 2))),
            map: 6,
            FullyConnected(256 * 6 * 6, classes));
        Initialise2012(net);
        return net;
    }

    /// <summary>"One weird trick": 64-192-384-256-256 maps, no normalisation; torchvision's <c>alexnet</c> and its names.</summary>
    public static ClassicNet OneWeirdTrick(long classes = 1000, long inChannels = 3) => new(nameof(OneWeirdTrick),
        Sequential(
            Conv2d(inChannels, 64, 11, stride: 4, padding: 2), ReLU(), MaxPool2d(3, 2),
            Conv2d(64, 192, 5, padding: 2), ReLU(), MaxPool2d(3, 2),
            Conv2d(192, 384, 3, padding: 1), ReLU(),
            Conv2d(384, 256, 3, padding: 1), ReLU(),
            Conv2d(256, 256, 3, padding: 1), ReLU(), MaxPool2d(3, 2)),
        map: 6,
        Sequential(
            Dropout(), Linear(256 * 6 * 6, 4096), ReLU(),
            Dropout(), Linear(4096, 4096), ReLU(),
            Linear(4096, classes)));

    /// <summary>The three fully-connected layers of 2012, dropout before the last two weights.</summary>
    internal static Sequential FullyConnected(long features, long classes, long fc7 = 4096) => Sequential(
        ("fc6", Linear(features, 4096)), ("relu6", ReLU()), ("drop6", Dropout()),
        ("fc7", Linear(4096, fc7)), ("relu7", ReLU()), ("drop7", Dropout()),
        ("fc8", Linear(fc7, classes)));

    /// <summary>N(0, 0.01^2) weights; biases 1 in conv2, conv4, conv5 and the hidden layers of the classifier, 0 elsewhere.</summary>
    private static void Initialise2012(Module net)
    {
        Initialise.Gaussian(net, 0.01);
        foreach (var (name, layer) in net.named_modules())
            if (name.Split('.')[^1] is "conv2" or "conv4" or "conv5" or "fc6" or "fc7")
                Initialise.Bias(layer, 1);
    }
}
