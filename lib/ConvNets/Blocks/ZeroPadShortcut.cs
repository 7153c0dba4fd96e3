// Shortcut option A: every second pixel, and zeros in the new channels.
// He, Zhang, Ren and Sun, 2015, "Deep residual learning for image recognition", section 3.3.
using ConvNets.Geometry;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>The parameter-free shortcut where a block changes shape: <c>[N, C, H, W]</c> to <c>[N, C', ceil(H / s), ceil(W / s)]</c>.</summary>
/// <param name="inChannels">C.</param>
/// <param name="outChannels">C'; the channels from C on are zero.</param>
/// <param name="stride">s, the step of the subsampling.</param>
/// <param name="average">Average s x s pixels instead of keeping the first, as the stochastic depth code does.</param>
public sealed class ZeroPadShortcut(long inChannels, long outChannels, long stride, bool average = false)
    : Module<Tensor, Tensor>(nameof(ZeroPadShortcut)), ITraceable
{
    /// <summary>C'.</summary>
    public long OutChannels => outChannels;

    /// <summary>The step of the subsampling.</summary>
    public long Stride => stride;

    /// <summary>Side of the window that is averaged: the stride, or 1 where every s-th pixel is kept.</summary>
    public long Window => average ? stride : 1;

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var subsampled = functional.avg_pool2d(x, Window, stride, ceil_mode: true);
        return functional.pad(subsampled, [0, 0, 0, 0, 0, outChannels - inChannels]);
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Slide(nameof(ZeroPadShortcut), new Window(Window, stride, Ceil: true), outChannels);
}
