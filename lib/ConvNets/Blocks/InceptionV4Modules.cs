// The modules of Inception-v4 and the reductions that it shares with the Inception-ResNets. Names are timm's.
// Szegedy, Ioffe, Vanhoucke and Alemi, 2017, "Inception-v4, Inception-ResNet and the impact of residual connections on learning",
// figures 3 to 9.
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>Builds the modules of figures 3 (stem), 4 (A), 5 (B), 6 (C), 7 and 8 (reductions).</summary>
public static class InceptionV4Modules
{
    internal static BasicConv2d Unit(long inChannels, long outChannels, long kernel = 1, long stride = 1, long padding = 0) =>
        new(inChannels, outChannels, kernel, stride, padding);

    internal static BasicConv2d Row(long inChannels, long outChannels, long n) => new(inChannels, outChannels, (1, n));

    internal static BasicConv2d Column(long inChannels, long outChannels, long n) => new(inChannels, outChannels, (n, 1));

    /// <summary>The stem of figure 3 as six steps, 299x299 to 384 channels on 35x35.</summary>
    public static Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>[] Stem(long inChannels) =>
    [
        Unit(inChannels, 32, 3, stride: 2),
        Unit(32, 32, 3),
        Unit(32, 64, 3, padding: 1),
        new FilterConcat([("", MaxPool2d(3, 2))], [("conv", Unit(64, 96, 3, stride: 2))]),
        new FilterConcat(
            [("branch0", Sequential(Unit(160, 64), Unit(64, 96, 3)))],
            [("branch1", Sequential(Unit(160, 64), Row(64, 64, 7), Column(64, 64, 7), Unit(64, 96, 3)))]),
        new FilterConcat([("conv", Unit(192, 192, 3, stride: 2))], [("", MaxPool2d(3, 2))]),
    ];

    /// <summary>Figure 4, on 384 channels and the 35x35 grid.</summary>
    public static FilterConcat A() => new(
        [("branch0", Unit(384, 96))],
        [("branch1", Sequential(Unit(384, 64), Unit(64, 96, 3, padding: 1)))],
        [("branch2", Sequential(Unit(384, 64), Unit(64, 96, 3, padding: 1), Unit(96, 96, 3, padding: 1)))],
        [("branch3", Sequential(AvgPool2d(3, stride: 1, padding: 1, count_include_pad: false), Unit(384, 96)))]);

    /// <summary>Figure 7, 35x35 to 17x17; k, l, m, n are the columns of table 1.</summary>
    public static FilterConcat ReductionA(long inChannels, long k, long l, long m, long n) => new(
        [("branch0", Unit(inChannels, n, 3, stride: 2))],
        [("branch1", Sequential(Unit(inChannels, k), Unit(k, l, 3, padding: 1), Unit(l, m, 3, stride: 2)))],
        [("", MaxPool2d(3, 2))]);

    /// <summary>Figure 5, on 1024 channels and the 17x17 grid.</summary>
    public static FilterConcat B() => new(
        [("branch0", Unit(1024, 384))],
        [("branch1", Sequential(Unit(1024, 192), Row(192, 224, 7), Column(224, 256, 7)))],
        [("branch2", Sequential(Unit(1024, 192), Column(192, 192, 7), Row(192, 224, 7), Column(224, 224, 7), Row(224, 256, 7)))],
        [("branch3", Sequential(AvgPool2d(3, stride: 1, padding: 1, count_include_pad: false), Unit(1024, 128)))]);

    /// <summary>Figure 8, 17x17 to 8x8.</summary>
    public static FilterConcat ReductionB() => new(
        [("branch0", Sequential(Unit(1024, 192), Unit(192, 192, 3, stride: 2)))],
        [("branch1", Sequential(Unit(1024, 256), Row(256, 256, 7), Column(256, 320, 7), Unit(320, 320, 3, stride: 2)))],
        [("", MaxPool2d(3, 2))]);

    /// <summary>Figure 6, on 1536 channels and the 8x8 grid.</summary>
    public static FilterConcat C() => new(
        [("branch0", Unit(1536, 256))],
        [("branch1_0", Unit(1536, 384)), ("", new FilterConcat([("branch1_1a", Row(384, 256, 3))], [("branch1_1b", Column(384, 256, 3))]))],
        [("branch2_0", Unit(1536, 384)), ("branch2_1", Column(384, 448, 3)), ("branch2_2", Row(448, 512, 3)),
            ("", new FilterConcat([("branch2_3a", Row(512, 256, 3))], [("branch2_3b", Column(512, 256, 3))]))],
        [("branch3", Sequential(AvgPool2d(3, stride: 1, padding: 1, count_include_pad: false), Unit(1536, 256)))]);
}
