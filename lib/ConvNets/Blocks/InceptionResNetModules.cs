// The three residual modules and the second reduction of the Inception-ResNets, by their widths. Names are timm's.
// Szegedy, Ioffe, Vanhoucke and Alemi, 2017, "Inception-v4, Inception-ResNet and the impact of residual connections on learning",
// figures 10 to 13 (v1) and 16 to 19 (v2).
using static ConvNets.Blocks.InceptionV4Modules;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>Builds the modules on the 35x35, 17x17 and 8x8 grids.</summary>
public static class InceptionResNetModules
{
    /// <summary>Inception-ResNet-A, the 35x35 grid; w2 and w3 are the widths of the two 3x3 in the long branch.</summary>
    public static InceptionResidual A(long channels, long w2, long w3, double scale) => new(
        new(
            [("branch0", Unit(channels, 32))],
            [("branch1", Sequential(Unit(channels, 32), Unit(32, 32, 3, padding: 1)))],
            [("branch2", Sequential(Unit(channels, 32), Unit(32, w2, 3, padding: 1), Unit(w2, w3, 3, padding: 1)))]),
        64 + w3, channels, scale);

    /// <summary>Inception-ResNet-B, the 17x17 grid: 1x7 and 7x1.</summary>
    public static InceptionResidual B(long channels, long w0, long w1, long w2, long w3, double scale) => new(
        new(
            [("branch0", Unit(channels, w0))],
            [("branch1", Sequential(Unit(channels, w1), Row(w1, w2, 7), Column(w2, w3, 7)))]),
        w0 + w3, channels, scale);

    /// <summary>Inception-ResNet-C, the 8x8 grid: 1x3 and 3x1.</summary>
    public static InceptionResidual C(long channels, long w2, long w3, double scale, bool activate = true) => new(
        new(
            [("branch0", Unit(channels, 192))],
            [("branch1", Sequential(Unit(channels, 192), Row(192, w2, 3), Column(w2, w3, 3)))]),
        192 + w3, channels, scale, activate);

    /// <summary>Reduction-B, 17x17 to 8x8; widths of the second, the third and the last 3x3.</summary>
    public static FilterConcat ReductionB(long channels, long w1, long w2, long w3) => new(
        [("branch0", Sequential(Unit(channels, 256), Unit(256, 384, 3, stride: 2)))],
        [("branch1", Sequential(Unit(channels, 256), Unit(256, w1, 3, stride: 2)))],
        [("branch2", Sequential(Unit(channels, 256), Unit(256, w2, 3, padding: 1), Unit(w2, w3, 3, stride: 2)))],
        [("", MaxPool2d(3, 2))]);
}
