// Highway networks: fully connected for MNIST, and convolutional in the layout of FitNet-4 for CIFAR ("Highway 2", 19 layers, 2.3M).
// Srivastava, Greff and Schmidhuber, 2015, "Highway networks" and "Training very deep networks". The exact layout of the convolutional
// one is FitNets' (Romero et al., 2015); plain layers change the number of channels between highway layers.
using ConvNets.Blocks;
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Builds highway networks.</summary>
public static class Highway
{
    /// <summary>
    /// Nineteen layers for CIFAR: stages of 32-32-32-48-48, six 80 and six 128 maps, max pools between, global average pool:
    /// <c>[N, C, 32, 32]</c> to <c>[N, classes]</c>.
    /// </summary>
    public static Sequential Convolutional(long classes = 10, long inChannels = 3, double gateBias = -2)
    {
        var net = Sequential();
        var count = 0;
        void Plain(long from, long to)
        {
            var layer = Conv2d(from, to, 3, padding: 1);
            Initialise.HeFanIn(layer);
            net.append($"conv{++count}", Sequential(layer, ReLU()));
        }
        void Highways(int layers, long width)
        {
            for (var i = 0; i < layers; i++)
                net.append($"highway{++count}", HighwayLayer.Conv2d(width, gateBias: gateBias));
        }

        Plain(inChannels, 32);
        Highways(2, 32);
        Plain(32, 48);
        Highways(1, 48);
        net.append("pool1", MaxPool2d(2, 2));                            // 16 x 16
        Plain(48, 80);
        Highways(5, 80);
        net.append("pool2", MaxPool2d(2, 2));                            // 8 x 8
        Plain(80, 128);
        Highways(5, 128);
        net.append("avgpool", AdaptiveAvgPool2d(1)).append("flatten", Flatten());
        var fc = Linear(128, classes);
        Initialise.HeFanIn(fc);
        return net.append("fc", fc);
    }

    /// <summary>
    /// A plain layer to <paramref name="width"/> units, highway layers up to the given depth, a linear layer:
    /// <c>[N, inputs]</c> to <c>[N, classes]</c>. The paper goes to 100 layers of 50 units.
    /// </summary>
    public static Sequential FullyConnected(int depth, long width = 50, long inputs = 784, long classes = 10, double gateBias = -2)
    {
        var first = Linear(inputs, width);
        Initialise.HeFanIn(first);
        var net = Sequential(("fc1", first), ("relu1", ReLU()));
        for (var i = 2; i < depth; i++)
            net.append($"highway{i}", HighwayLayer.Linear(width, gateBias));
        var last = Linear(width, classes);
        Initialise.HeFanIn(last);
        return net.append($"fc{depth}", last);
    }
}
