// Convolution, batch norm, ReLU: the unit of the Inception networks from BN-Inception on; without batch norm, of GoogLeNet.
// Ioffe and Szegedy, 2015; Szegedy et al., 2015. Names are torchvision's; epsilon is the Inception code's 0.001.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>conv - BN - ReLU, or conv with bias - ReLU: <c>[N, C, H, W]</c> to <c>[N, C', H', W']</c>.</summary>
public sealed class BasicConv2d : Module<Tensor, Tensor>, ITraceable
{
    private readonly Conv2d conv;
    private readonly BatchNorm2d? bn;
    private readonly Module<Tensor, Tensor> activation;

    /// <summary>Builds the unit with a square kernel.</summary>
    /// <param name="inChannels">C.</param>
    /// <param name="outChannels">C'.</param>
    /// <param name="kernel">Kernel height and width.</param>
    /// <param name="stride">Stride.</param>
    /// <param name="padding">Padding on every side.</param>
    /// <param name="batchNorm">Batch norm after the convolution, which then has no bias unless <paramref name="bias"/> asks for it.</param>
    /// <param name="bias">Whether the convolution has a bias; by default where there is no batch norm.</param>
    /// <param name="sigmoid">Sigmoid instead of ReLU.</param>
    public BasicConv2d(
        long inChannels, long outChannels, long kernel, long stride = 1, long padding = 0, bool batchNorm = true, bool? bias = null, bool sigmoid = false)
        : this(Conv2d(inChannels, outChannels, kernel, stride, padding, bias: bias ?? !batchNorm), batchNorm, sigmoid)
    {
    }

    /// <summary>Builds the unit with a 1 x n or n x 1 kernel that keeps the size of the map.</summary>
    public BasicConv2d(long inChannels, long outChannels, (long, long) kernel)
        : this(Conv2d(inChannels, outChannels, kernel, (1, 1), (kernel.Item1 / 2, kernel.Item2 / 2), bias: false), true, false)
    {
    }

    private BasicConv2d(Conv2d convolution, bool batchNorm, bool sigmoid) : base(nameof(BasicConv2d))
    {
        conv = convolution;
        bn = batchNorm ? BatchNorm2d(convolution.out_channels, eps: 0.001) : null;
        activation = sigmoid ? Sigmoid() : ReLU();
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = conv.call(x);
        return activation.call(bn is null ? x : bn.call(x)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(conv, bn, activation);
}
