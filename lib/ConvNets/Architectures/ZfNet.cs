// ZFNet: AlexNet with a 7x7/2 first layer, found by looking at the features of the 11x11/4 one.
// Zeiler and Fergus, 2014, "Visualizing and understanding convolutional networks", figure 3. conv1 pads 1 and the first two pools
// round up, which the map sizes 110-55-26-13 of the figure need. Contrast normalisation is built as AlexNet's.
using ConvNets.Layers;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>ZFNet and its wider form, on 224x224 pictures. Clarifai's winning entry of 2013 was never published; it is built as ZFNet.</summary>
public static class ZfNet
{
    /// <summary>The network of figure 3.</summary>
    public static ClassicNet A(long classes = 1000, long inChannels = 3) => Build(384, 384, 256, classes, inChannels);

    /// <summary>The wider network (b): 512, 1024 and 512 maps in the last three convolutions.</summary>
    public static ClassicNet B(long classes = 1000, long inChannels = 3) => Build(512, 1024, 512, classes, inChannels);

    private static ClassicNet Build(long c3, long c4, long c5, long classes, long inChannels)
    {
        var net = new ClassicNet(nameof(ZfNet),
            Sequential(
                ("conv1", Conv2d(inChannels, 96, 7, stride: 2, padding: 1)), ("relu1", ReLU()),
                ("pool1", MaxPool2d(3, 2, ceil_mode: true)), ("norm1", new ResponseNormalisation()),
                ("conv2", Conv2d(96, 256, 5, stride: 2)), ("relu2", ReLU()),
                ("pool2", MaxPool2d(3, 2, ceil_mode: true)), ("norm2", new ResponseNormalisation()),
                ("conv3", Conv2d(256, c3, 3, padding: 1)), ("relu3", ReLU()),
                ("conv4", Conv2d(c3, c4, 3, padding: 1)), ("relu4", ReLU()),
                ("conv5", Conv2d(c4, c5, 3, padding: 1)), ("relu5", ReLU()),
                ("pool5", MaxPool2d(3, 2))),
            map: 6,
            AlexNet.FullyConnected(c5 * 6 * 6, classes));
        Initialise.Gaussian(net, 0.01);
        return net;
    }
}
