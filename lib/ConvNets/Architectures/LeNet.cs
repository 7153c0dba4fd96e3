// A small LeNet: two convolutions with pooling and three fully-connected layers, ReLU in the place of the scaled tanh.
// After LeCun, Bottou, Bengio and Haffner, 1998, "Gradient-based learning applied to document recognition", whose LeNet-5 it modernises.
using ConvNets.Layers;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>The first network of the course, on 32x32 pictures: trains in seconds.</summary>
public static class LeNet
{
    /// <summary>6 maps 5x5, pool, 16 maps 5x5, pool, 120-84-classes.</summary>
    public static ClassicNet Small(long classes = 10, long inChannels = 3)
    {
        var net = new ClassicNet(nameof(LeNet),
            Sequential(
                ("conv1", Conv2d(inChannels, 6, 5)), ("relu1", ReLU()), ("pool1", MaxPool2d(2, 2)),
                ("conv2", Conv2d(6, 16, 5)), ("relu2", ReLU()), ("pool2", MaxPool2d(2, 2))),
            map: 5,
            Sequential(
                ("fc3", Linear(16 * 5 * 5, 120)), ("relu3", ReLU()),
                ("fc4", Linear(120, 84)), ("relu4", ReLU()),
                ("fc5", Linear(84, classes))));
        Initialise.HeFanIn(net);
        return net;
    }
}
