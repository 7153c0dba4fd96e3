// The mlpconv layer: a convolution and two 1x1 convolutions, so that a small network slides over the picture instead of a filter.
// Lin, Chen and Yan, 2014, "Network in network", section 3.1.
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>Builds mlpconv layers.</summary>
public static class MlpConv
{
    /// <summary>conv k x k - ReLU - conv 1x1 - ReLU - conv 1x1 - ReLU: <c>[N, C, H, W]</c> to <c>[N, c3, H', W']</c>.</summary>
    /// <param name="inChannels">C.</param>
    /// <param name="c1">Channels of the spatial convolution.</param>
    /// <param name="c2">Channels of the first 1x1 (cascaded cross-channel parametric pooling).</param>
    /// <param name="c3">Channels of the second 1x1.</param>
    /// <param name="kernel">k.</param>
    /// <param name="stride">Stride of the spatial convolution.</param>
    /// <param name="padding">Padding of the spatial convolution.</param>
    public static Sequential Layer(long inChannels, long c1, long c2, long c3, long kernel, long stride = 1, long padding = 0) => Sequential(
        ("conv", Conv2d(inChannels, c1, kernel, stride, padding)), ("relu", ReLU()),
        ("cccp1", Conv2d(c1, c2, 1)), ("relu1", ReLU()),
        ("cccp2", Conv2d(c2, c3, 1)), ("relu2", ReLU()));
}
