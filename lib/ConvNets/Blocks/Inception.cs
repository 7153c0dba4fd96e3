// The Inception module of GoogLeNet: 1x1, 1x1-3x3, 1x1-5x5 and pool-1x1 branches. Names are torchvision's.
// Szegedy et al., 2015, "Going deeper with convolutions", figure 2b.
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>Builds the module from the columns of the paper's table 1.</summary>
public static class Inception
{
    /// <summary>
    /// <c>[N, C, H, W]</c> to <c>[N, #1x1 + #3x3 + #5x5 + pool proj, H, W]</c>.
    /// </summary>
    /// <param name="inChannels">C.</param>
    /// <param name="c1x1">#1x1.</param>
    /// <param name="c3x3reduce">#3x3 reduce.</param>
    /// <param name="c3x3">#3x3.</param>
    /// <param name="c5x5reduce">#5x5 reduce.</param>
    /// <param name="c5x5">#5x5.</param>
    /// <param name="poolProj">pool proj.</param>
    /// <param name="batchNorm">Batch norm in the place of biases, as torchvision has it.</param>
    /// <param name="kernel5x5">5 in the paper; torchvision's port has a 3x3 here.</param>
    public static FilterConcat Module(
        long inChannels, long c1x1, long c3x3reduce, long c3x3, long c5x5reduce, long c5x5, long poolProj,
        bool batchNorm = false, long kernel5x5 = 5)
    {
        BasicConv2d Unit(long channels, long width, long kernel) => new(channels, width, kernel, padding: kernel / 2, batchNorm: batchNorm);
        return new(
            [("branch1", Unit(inChannels, c1x1, 1))],
            [("branch2", Sequential(Unit(inChannels, c3x3reduce, 1), Unit(c3x3reduce, c3x3, 3)))],
            [("branch3", Sequential(Unit(inChannels, c5x5reduce, 1), Unit(c5x5reduce, c5x5, kernel5x5)))],
            [("branch4", Sequential(MaxPool2d(3, stride: 1, padding: 1, ceil_mode: true), Unit(inChannels, poolProj, 1)))]);
    }
}
