// A residual block that a coin removes in training: the network is short while it learns and deep when it is used.
// Huang, Sun, Liu, Sedra and Weinberger, 2016, "Deep networks with stochastic depth", section 3. One coin for each block and mini-batch;
// the shortcut averages 2x2 pixels and appends zero channels, and convolutions have biases, as in the authors' code.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>
/// In training y = ReLU(b F(x) + shortcut(x)), b = 1 with probability p; in use y = ReLU(p F(x) + shortcut(x)).
/// </summary>
public sealed class StochasticDepthBlock : Module<Tensor, Tensor>, ITraceable, IResidualBlock
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly ReLU relu;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly ZeroPadShortcut? downsample;

    /// <summary>Builds the block.</summary>
    /// <param name="inChannels">Channels of x.</param>
    /// <param name="width">Channels of both convolutions.</param>
    /// <param name="stride">Stride of the first convolution.</param>
    /// <param name="survival">p, the probability that the block is kept for a mini-batch.</param>
    /// <param name="bias">Whether convolutions have biases.</param>
    public StochasticDepthBlock(long inChannels, long width, long stride, double survival, bool bias = true) : base(nameof(StochasticDepthBlock))
    {
        Survival = survival;
        KeepsShape = inChannels == width && stride == 1;
        conv1 = Conv2d(inChannels, width, 3, stride, padding: 1, bias: bias);
        bn1 = BatchNorm2d(width);
        relu = ReLU();
        conv2 = Conv2d(width, width, 3, padding: 1, bias: bias);
        bn2 = BatchNorm2d(width);
        downsample = KeepsShape ? null : new ZeroPadShortcut(inChannels, width, stride, average: true);
        RegisterComponents();
    }

    /// <summary>p, the probability that the block is kept for a mini-batch.</summary>
    public double Survival { get; }

    /// <inheritdoc/>
    public bool Lesioned { get; set; }

    /// <inheritdoc/>
    public bool KeepsShape { get; }

    /// <summary>The linear decay rule: p_l = 1 - l / L (1 - p_L) for block l of L, counted from 1.</summary>
    public static double LinearDecay(int block, int blocks, double last) => 1 - (double)block / blocks * (1 - last);

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var dropped = Lesioned || training && rand(1).item<float>() >= Survival;
        var y = dropped ? Shortcut(x) : Residual(x) * (training ? 1 : Survival) + Shortcut(x);
        return relu.call(y).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Tensor Residual(Tensor x) => bn2.call(conv2.call(relu.call(bn1.call(conv1.call(x)))));

    /// <inheritdoc/>
    public Tensor Shortcut(Tensor x) => downsample is null ? x : downsample.call(x);

    /// <inheritdoc/>
    public Flow Trace(Flow x) => (x.Through(conv1, bn1, relu, conv2, bn2).Survives(Survival) + x.Through(downsample)).Through(relu);
}
