// The residual block of two 3x3 convolutions.
// He, Zhang, Ren and Sun, 2015, "Deep residual learning for image recognition", figure 5 left. Names are torchvision's.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>y = ReLU(F(x) + shortcut(x)), F = conv3x3-BN-ReLU-conv3x3-BN: <c>[N, C, H, W]</c> to <c>[N, width, H / s, W / s]</c>.</summary>
public sealed class BasicBlock : Module<Tensor, Tensor>, ITraceable, IResidualBlock
{
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly ReLU relu;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Module<Tensor, Tensor>? downsample;
    private readonly bool plain;

    /// <summary>Builds the block.</summary>
    /// <param name="inChannels">C.</param>
    /// <param name="width">Channels of both convolutions.</param>
    /// <param name="stride">Stride of the first convolution.</param>
    /// <param name="shortcut">What goes around them.</param>
    public BasicBlock(long inChannels, long width, long stride = 1, ShortcutOption shortcut = ShortcutOption.B) : base(nameof(BasicBlock))
    {
        conv1 = Conv2d(inChannels, width, 3, stride, padding: 1, bias: false);
        bn1 = BatchNorm2d(width);
        relu = ReLU();
        conv2 = Conv2d(width, width, 3, padding: 1, bias: false);
        bn2 = BatchNorm2d(width);
        downsample = Blocks.Shortcut.Around(shortcut, inChannels, width, stride);
        plain = shortcut == ShortcutOption.Plain;
        KeepsShape = inChannels == width && stride == 1;
        RegisterComponents();
    }

    /// <inheritdoc/>
    public bool Lesioned { get; set; }

    /// <inheritdoc/>
    public bool KeepsShape { get; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var y = Lesioned ? Shortcut(x) : plain ? Residual(x) : Residual(x) + Shortcut(x);
        return relu.call(y).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Tensor Residual(Tensor x) => bn2.call(conv2.call(relu.call(bn1.call(conv1.call(x)))));

    /// <inheritdoc/>
    public Tensor Shortcut(Tensor x) => downsample is null ? x : downsample.call(x);

    /// <inheritdoc/>
    public Flow Trace(Flow x)
    {
        var residual = x.Through(conv1, bn1, relu, conv2, bn2);
        return (plain ? residual : residual + x.Through(downsample)).Through(relu);
    }
}
