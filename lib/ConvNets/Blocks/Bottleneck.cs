// The residual block that reduces to a narrow 3x3 convolution and restores four times its width.
// He, Zhang, Ren and Sun, 2015, "Deep residual learning for image recognition", figure 5 right. Names are torchvision's.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>
/// y = ReLU(F(x) + shortcut(x)), F = 1x1-BN-ReLU-3x3-BN-ReLU-1x1-BN: <c>[N, C, H, W]</c> to <c>[N, 4 width, H / s, W / s]</c>.
/// </summary>
public sealed class Bottleneck : Module<Tensor, Tensor>, ITraceable, IResidualBlock
{
    /// <summary>Output channels per unit of width.</summary>
    public const int Expansion = 4;

    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn1;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn2;
    private readonly Conv2d conv3;
    private readonly BatchNorm2d bn3;
    private readonly ReLU relu;
    private readonly Module<Tensor, Tensor>? downsample;
    private readonly bool plain;

    /// <summary>Builds the block.</summary>
    /// <param name="inChannels">C.</param>
    /// <param name="width">Sets the output to 4 width channels.</param>
    /// <param name="stride">Stride of the block.</param>
    /// <param name="shortcut">What goes around the convolutions.</param>
    /// <param name="strideOnFirst1x1">True: the paper's place of the stride; false: torchvision's, on the 3x3.</param>
    /// <param name="widening">Channels of the 3x3 in units of width; 2 in WRN-50-2.</param>
    public Bottleneck(
        long inChannels, long width, long stride = 1, ShortcutOption shortcut = ShortcutOption.B, bool strideOnFirst1x1 = true, long widening = 1)
        : base(nameof(Bottleneck))
    {
        var inner = width * widening;
        var outChannels = width * Expansion;
        conv1 = Conv2d(inChannels, inner, 1, strideOnFirst1x1 ? stride : 1, bias: false);
        bn1 = BatchNorm2d(inner);
        conv2 = Conv2d(inner, inner, 3, strideOnFirst1x1 ? 1 : stride, padding: 1, bias: false);
        bn2 = BatchNorm2d(inner);
        conv3 = Conv2d(inner, outChannels, 1, bias: false);
        bn3 = BatchNorm2d(outChannels);
        relu = ReLU();
        downsample = Blocks.Shortcut.Around(shortcut, inChannels, outChannels, stride);
        plain = shortcut == ShortcutOption.Plain;
        KeepsShape = inChannels == outChannels && stride == 1;
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
    public Tensor Residual(Tensor x)
    {
        x = relu.call(bn1.call(conv1.call(x)));
        x = relu.call(bn2.call(conv2.call(x)));
        return bn3.call(conv3.call(x));
    }

    /// <inheritdoc/>
    public Tensor Shortcut(Tensor x) => downsample is null ? x : downsample.call(x);

    /// <inheritdoc/>
    public Flow Trace(Flow x)
    {
        var residual = x.Through(conv1, bn1, relu, conv2, bn2, relu, conv3, bn3);
        return (plain ? residual : residual + x.Through(downsample)).Through(relu);
    }
}
