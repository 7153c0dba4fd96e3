// The four maxout networks of the paper, as the authors' pylearn2 configurations give them.
// Goodfellow, Warde-Farley, Mirza, Courville and Bengio, 2013, "Maxout networks". Pools round up (cuda-convnet).
// Dropout acts on the input of each layer. One bias per channel, except where untied biases are asked for.
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>The maxout networks, on CIFAR-10, SVHN and MNIST pictures.</summary>
public static class MaxoutNet
{
    /// <summary>CIFAR-10: 96, 192, 192 units of 2 pieces, then 500 units of 5 pieces, on 32x32.</summary>
    public static ClassicNet Cifar10(long classes = 10, long inChannels = 3) => Build("Maxout CIFAR-10",
        Sequential(
            ("drop0", Dropout(0.2)), ("h0", Conv2d(inChannels, 96 * 2, 8, padding: 4)), ("maxout0", new Maxout(2)), ("pool0", Pool(4)),
            ("drop1", Dropout()), ("h1", Conv2d(96, 192 * 2, 8, padding: 3)), ("maxout1", new Maxout(2)), ("pool1", Pool(4)),
            ("drop2", Dropout()), ("h2", Conv2d(192, 192 * 2, 5, padding: 3)), ("maxout2", new Maxout(2)), ("pool2", Pool(2))),
        map: 5,
        Sequential(
            ("drop3", Dropout()), ("h3", Linear(192 * 5 * 5, 500 * 5)), ("maxout3", new Maxout(5)),
            ("drop4", Dropout()), ("y", Linear(500, classes))));

    /// <summary>SVHN: 64, 128, 128 units of 2 pieces, then 400 units of 5 pieces, on 32x32.</summary>
    public static ClassicNet Svhn(long classes = 10, long inChannels = 3) => Build("Maxout SVHN",
        Sequential(
            ("drop0", Dropout(0.2)), ("h0", Conv2d(inChannels, 64 * 2, 5, padding: 4)), ("maxout0", new Maxout(2)), ("pool0", Pool(3)),
            ("drop1", Dropout()), ("h1", Conv2d(64, 128 * 2, 5, padding: 3)), ("maxout1", new Maxout(2)), ("pool1", Pool(3)),
            ("drop2", Dropout()), ("h2", Conv2d(128, 128 * 2, 5, padding: 3)), ("maxout2", new Maxout(2)), ("pool2", Pool(3))),
        map: 6,
        Sequential(
            ("drop3", Dropout()), ("h3", Linear(128 * 6 * 6, 400 * 5)), ("maxout3", new Maxout(5)),
            ("drop4", Dropout()), ("y", Linear(400, classes))));

    /// <summary>MNIST with convolutions: 48 units of 2 pieces twice, then 24 units of 4 pieces, on 28x28.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    /// <param name="untied">A bias for every location, as the authors' configuration has it; such a network takes 28x28 only.</param>
    public static ClassicNet MnistConv(long classes = 10, long inChannels = 1, bool untied = false)
    {
        Sequential Layer(long channels, long units, int pieces, long kernel, long padding, long map) => untied
            ? Sequential(("conv", Conv2d(channels, units * pieces, kernel, padding: padding, bias: false)), ("b", new LocationBias(units * pieces, map, map)))
            : Sequential(("conv", Conv2d(channels, units * pieces, kernel, padding: padding)));
        return Build("Maxout MNIST",
            Sequential(
                ("drop0", Dropout(0.2)), ("h0", Layer(inChannels, 48, 2, 8, 0, 21)), ("maxout0", new Maxout(2)), ("pool0", Pool(4)),
                ("drop1", Dropout()), ("h1", Layer(48, 48, 2, 8, 3, 9)), ("maxout1", new Maxout(2)), ("pool1", Pool(4)),
                ("drop2", Dropout()), ("h2", Layer(48, 24, 4, 5, 3, 6)), ("maxout2", new Maxout(4)), ("pool2", Pool(2))),
            map: 3,
            Sequential(("drop3", Dropout()), ("y", Linear(24 * 3 * 3, classes))));
    }

    /// <summary>MNIST without knowledge of the picture: two layers of 240 units of 5 pieces on 784 pixels, <c>[N, 784]</c> to <c>[N, classes]</c>.</summary>
    public static Sequential MnistPermutationInvariant(long classes = 10, long pixels = 784)
    {
        var net = Sequential(
            ("drop0", Dropout(0.2)), ("h0", Linear(pixels, 240 * 5)), ("maxout0", new Maxout(5)),
            ("drop1", Dropout()), ("h1", Linear(240, 240 * 5)), ("maxout1", new Maxout(5)),
            ("drop2", Dropout()), ("y", Linear(240, classes)));
        InitialiseWeights(net);
        return net;
    }

    private static MaxPool2d Pool(long size) => MaxPool2d(size, 2, ceil_mode: true);

    private static ClassicNet Build(string name, Sequential features, long map, Sequential classifier)
    {
        var net = new ClassicNet(name, features, map, classifier);
        InitialiseWeights(net);
        return net;
    }

    /// <summary>U(-0.005, 0.005), pylearn2's irange of the configurations; biases 0.</summary>
    private static void InitialiseWeights(Module net) => Initialise.Uniform(net, 0.005);
}
