// The modules of Inception-v2 and v3: factorised 5x5 and 7x7 convolutions and the two grid reductions. Names are torchvision's.
// Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, 2016, "Rethinking the Inception architecture", figures 5, 6, 7 and 10.
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>Builds the modules of figure 5 (A), 6 (B), 7 (C) and 10 (reductions).</summary>
public static class InceptionV3Modules
{
    private static BasicConv2d Unit(long inChannels, long outChannels, long kernel = 1, long stride = 1, long padding = 0) =>
        new(inChannels, outChannels, kernel, stride, padding);

    private static BasicConv2d Row(long inChannels, long outChannels, long n) => new(inChannels, outChannels, (1, n));

    private static BasicConv2d Column(long inChannels, long outChannels, long n) => new(inChannels, outChannels, (n, 1));

    /// <summary>On the 35x35 grid, <c>C</c> to <c>224 + poolFeatures</c> channels.</summary>
    /// <param name="inChannels">C.</param>
    /// <param name="poolFeatures">Channels behind the pool.</param>
    /// <param name="two3x3">Figure 5: two 3x3 in the place of the 5x5 that the released v3 keeps in one branch.</param>
    public static FilterConcat A(long inChannels, long poolFeatures, bool two3x3 = false) => new(
        [("branch1x1", Unit(inChannels, 64))],
        [("branch5x5_1", Unit(inChannels, 48)), ("branch5x5_2", two3x3 ? Unit(48, 64, 3, padding: 1) : Unit(48, 64, 5, padding: 2))],
        [("branch3x3dbl_1", Unit(inChannels, 64)), ("branch3x3dbl_2", Unit(64, 96, 3, padding: 1)), ("branch3x3dbl_3", Unit(96, 96, 3, padding: 1))],
        [("", AvgPool2d(3, stride: 1, padding: 1)), ("branch_pool", Unit(inChannels, poolFeatures))]);

    /// <summary>35x35 to 17x17, <c>C</c> to <c>C + 480</c> channels: stride-2 convolutions beside a stride-2 pool.</summary>
    public static FilterConcat ReductionA(long inChannels) => new(
        [("branch3x3", Unit(inChannels, 384, 3, stride: 2))],
        [("branch3x3dbl_1", Unit(inChannels, 64)), ("branch3x3dbl_2", Unit(64, 96, 3, padding: 1)), ("branch3x3dbl_3", Unit(96, 96, 3, stride: 2))],
        [("", MaxPool2d(3, 2))]);

    /// <summary>On the 17x17 grid, 768 channels: 7x7 as 1x7 and 7x1.</summary>
    /// <param name="c">Channels between the factors.</param>
    public static FilterConcat B(long c) => new(
        [("branch1x1", Unit(768, 192))],
        [("branch7x7_1", Unit(768, c)), ("branch7x7_2", Row(c, c, 7)), ("branch7x7_3", Column(c, 192, 7))],
        [("branch7x7dbl_1", Unit(768, c)), ("branch7x7dbl_2", Column(c, c, 7)), ("branch7x7dbl_3", Row(c, c, 7)),
            ("branch7x7dbl_4", Column(c, c, 7)), ("branch7x7dbl_5", Row(c, 192, 7))],
        [("", AvgPool2d(3, stride: 1, padding: 1)), ("branch_pool", Unit(768, 192))]);

    /// <summary>17x17 to 8x8, 768 to 1280 channels.</summary>
    public static FilterConcat ReductionB() => new(
        [("branch3x3_1", Unit(768, 192)), ("branch3x3_2", Unit(192, 320, 3, stride: 2))],
        [("branch7x7x3_1", Unit(768, 192)), ("branch7x7x3_2", Row(192, 192, 7)), ("branch7x7x3_3", Column(192, 192, 7)),
            ("branch7x7x3_4", Unit(192, 192, 3, stride: 2))],
        [("", MaxPool2d(3, 2))]);

    /// <summary>On the 8x8 grid, <c>C</c> to 2048 channels: branches that end in a 1x3 beside a 3x1.</summary>
    public static FilterConcat C(long inChannels) => new(
        [("branch1x1", Unit(inChannels, 320))],
        [("branch3x3_1", Unit(inChannels, 384)), ("", Split("branch3x3_2"))],
        [("branch3x3dbl_1", Unit(inChannels, 448)), ("branch3x3dbl_2", Unit(448, 384, 3, padding: 1)), ("", Split("branch3x3dbl_3"))],
        [("", AvgPool2d(3, stride: 1, padding: 1)), ("branch_pool", Unit(inChannels, 192))]);

    private static FilterConcat Split(string name) => new(
        [(name + "a", Row(384, 384, 3))],
        [(name + "b", Column(384, 384, 3))]);
}
