// The six configurations of the VGG paper and their batch-norm forms. Names are torchvision's.
// Simonyan and Zisserman, 2015, "Very deep convolutional networks for large-scale image recognition", table 1.
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>The VGG networks, on 224x224 pictures.</summary>
public static class Vgg
{
    /// <summary>
    /// Column A of table 1: numbers are the channels of 3x3 convolutions, "1:" marks a 1x1, M is a 2x2 max pool, L a response normalisation.
    /// </summary>
    public const string TableA = "64 M 128 M 256 256 M 512 512 M 512 512 M";

    /// <summary>Column A-LRN of table 1.</summary>
    public const string TableALrn = "64 L M 128 M 256 256 M 512 512 M 512 512 M";

    /// <summary>Column B of table 1.</summary>
    public const string TableB = "64 64 M 128 128 M 256 256 M 512 512 M 512 512 M";

    /// <summary>Column C of table 1.</summary>
    public const string TableC = "64 64 M 128 128 M 256 256 1:256 M 512 512 1:512 M 512 512 1:512 M";

    /// <summary>Column D of table 1.</summary>
    public const string TableD = "64 64 M 128 128 M 256 256 256 M 512 512 512 M 512 512 512 M";

    /// <summary>Column E of table 1.</summary>
    public const string TableE = "64 64 M 128 128 M 256 256 256 256 M 512 512 512 512 M 512 512 512 512 M";

    /// <summary>Configuration A, 11 weight layers, initialised from N(0, 10^-2): the variance that the paper prints.</summary>
    public static ClassicNet A(long classes = 1000, long inChannels = 3, bool batchNorm = false) => Build(TableA, classes, inChannels, batchNorm, 0.1);

    /// <summary>Configuration A with local response normalisation after the first convolution.</summary>
    public static ClassicNet ALrn(long classes = 1000, long inChannels = 3) => Build(TableALrn, classes, inChannels, false, 0.1);

    /// <summary>Configuration B, 13 weight layers.</summary>
    public static ClassicNet B(long classes = 1000, long inChannels = 3, bool batchNorm = false) => Build(TableB, classes, inChannels, batchNorm);

    /// <summary>Configuration C, 16 weight layers, three of them 1x1 convolutions.</summary>
    public static ClassicNet C(long classes = 1000, long inChannels = 3, bool batchNorm = false) => Build(TableC, classes, inChannels, batchNorm);

    /// <summary>Configuration D, VGG-16.</summary>
    public static ClassicNet D(long classes = 1000, long inChannels = 3, bool batchNorm = false) => Build(TableD, classes, inChannels, batchNorm);

    /// <summary>Configuration E, VGG-19.</summary>
    public static ClassicNet E(long classes = 1000, long inChannels = 3, bool batchNorm = false) => Build(TableE, classes, inChannels, batchNorm);

    /// <summary>
    /// A network of a table like those above. The deeper ones start from Glorot's initialisation, which the paper names
    /// as an equal to copying the layers of a trained A.
    /// </summary>
    private static ClassicNet Build(string table, long classes, long inChannels, bool batchNorm, double? std = null)
    {
        var net = new ClassicNet(nameof(Vgg), Features(table, inChannels, batchNorm), map: 7, Sequential(
            Linear(512 * 7 * 7, 4096), ReLU(), Dropout(),
            Linear(4096, 4096), ReLU(), Dropout(),
            Linear(4096, classes)));
        if (std is { } width)
            Initialise.Gaussian(net, width);
        else
            Initialise.Glorot(net);
        return net;
    }

    /// <summary>The convolutional part of a table: words as in table 1 of the paper, see the constants of this class.</summary>
    public static Sequential Features(string table, long inChannels = 3, bool batchNorm = false)
    {
        var layers = Sequential();
        var channels = inChannels;
        foreach (var word in table.Split(' '))
        {
            if (word is "M" or "L")
            {
                layers.append(word == "M" ? MaxPool2d(2, 2) : (Module<Tensor, Tensor>)new ResponseNormalisation());
                continue;
            }
            var pointwise = word.StartsWith("1:", StringComparison.Ordinal);
            var width = long.Parse(pointwise ? word[2..] : word);
            layers.append(pointwise ? Conv2d(channels, width, 1) : Conv2d(channels, width, 3, padding: 1));
            if (batchNorm)
                layers.append(BatchNorm2d(width));
            layers.append(ReLU());
            channels = width;
        }
        return layers;
    }
}
