// The pre-activation residual unit of two 3x3 convolutions; with dropout between them, the block of wide residual networks.
// He, Zhang, Ren and Sun, 2016, "Identity mappings in deep residual networks"; Zagoruyko and Komodakis, 2016, "Wide residual networks".
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>x + conv3x3(ReLU BN(conv3x3(ReLU BN(x)))): <c>[N, C, H, W]</c> to <c>[N, width, H / s, W / s]</c>. Nothing follows the addition.</summary>
public sealed class PreActBlock : Module<Tensor, Tensor>, ITraceable, IResidualBlock
{
    private readonly BatchNorm2d bn1;
    private readonly ReLU relu;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn2;
    private readonly Dropout? dropout;
    private readonly Conv2d conv2;
    private readonly Module<Tensor, Tensor>? shortcut;
    private readonly bool shared;

    /// <summary>Builds the unit.</summary>
    /// <param name="inChannels">C.</param>
    /// <param name="width">Channels of both convolutions.</param>
    /// <param name="stride">Stride of the first convolution.</param>
    /// <param name="zeroPad">Shortcut option A where the shape changes, instead of a 1x1 convolution without BN.</param>
    /// <param name="shared">BN and ReLU before both branches; by default where the number of channels changes.</param>
    /// <param name="dropout">Dropout between the convolutions.</param>
    public PreActBlock(long inChannels, long width, long stride = 1, bool zeroPad = false, bool? shared = null, double dropout = 0) : base(nameof(PreActBlock))
    {
        KeepsShape = inChannels == width && stride == 1;
        this.shared = shared ?? inChannels != width;
        bn1 = BatchNorm2d(inChannels);
        relu = ReLU();
        conv1 = Conv2d(inChannels, width, 3, stride, padding: 1, bias: false);
        bn2 = BatchNorm2d(width);
        this.dropout = dropout > 0 ? Dropout(dropout) : null;
        conv2 = Conv2d(width, width, 3, padding: 1, bias: false);
        shortcut = KeepsShape ? null
            : zeroPad ? new ZeroPadShortcut(inChannels, width, stride)
            : Conv2d(inChannels, width, 1, stride, bias: false);
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
        if (Lesioned)
            return Shortcut(x).alias().MoveToOuterDisposeScope();
        var activated = Activate(x);
        return (Convolve(activated) + Around(x, activated)).MoveToOuterDisposeScope();
    }

    private Tensor Activate(Tensor x) => relu.call(bn1.call(x));

    private Tensor Convolve(Tensor x)
    {
        x = relu.call(bn2.call(conv1.call(x)));
        return conv2.call(dropout is null ? x : dropout.call(x));
    }

    private Tensor Around(Tensor x, Tensor activated) => shortcut is null ? x : shortcut.call(shared ? activated : x);

    /// <inheritdoc/>
    public Tensor Residual(Tensor x) => Convolve(Activate(x));

    /// <inheritdoc/>
    public Tensor Shortcut(Tensor x) => Around(x, shared ? Activate(x) : x);

    /// <inheritdoc/>
    public Flow Trace(Flow x)
    {
        var activated = x.Through(bn1, relu);
        var residual = activated.Through(conv1, bn2, relu, dropout, conv2);
        return residual + (shared ? activated : x).Through(shortcut);
    }
}
