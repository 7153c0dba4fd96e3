// The pre-activation bottleneck unit: BN and ReLU before each of its three convolutions.
// He, Zhang, Ren and Sun, 2016, "Identity mappings in deep residual networks"; released code resnet-1k-layers and fb.resnet.torch.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>x + 1x1(a(3x3(a(1x1(a(x)))))), a = ReLU BN: <c>[N, C, H, W]</c> to <c>[N, 4 width, H / s, W / s]</c>.</summary>
public sealed class PreActBottleneck : Module<Tensor, Tensor>, ITraceable, IResidualBlock
{
    private readonly BatchNorm2d? bn1;
    private readonly ReLU relu;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d bn2;
    private readonly Conv2d conv2;
    private readonly BatchNorm2d bn3;
    private readonly Conv2d conv3;
    private readonly Conv2d? shortcut;
    private readonly PreActivation activation;

    /// <summary>Builds the unit.</summary>
    /// <param name="inChannels">C.</param>
    /// <param name="width">Channels of the 3x3; the output has 4 width.</param>
    /// <param name="stride">Stride of the unit.</param>
    /// <param name="activation">Where the first BN and ReLU stand.</param>
    /// <param name="strideOnFirst1x1">The place of the stride: the first 1x1 (CIFAR networks), or the 3x3 (ResNet-200).</param>
    public PreActBottleneck(long inChannels, long width, long stride, PreActivation activation, bool strideOnFirst1x1 = true) : base(nameof(PreActBottleneck))
    {
        var outChannels = width * Bottleneck.Expansion;
        this.activation = activation;
        KeepsShape = inChannels == outChannels && stride == 1;
        bn1 = activation == PreActivation.None ? null : BatchNorm2d(inChannels);
        relu = ReLU();
        conv1 = Conv2d(inChannels, width, 1, strideOnFirst1x1 ? stride : 1, bias: false);
        bn2 = BatchNorm2d(width);
        conv2 = Conv2d(width, width, 3, strideOnFirst1x1 ? 1 : stride, padding: 1, bias: false);
        bn3 = BatchNorm2d(width);
        conv3 = Conv2d(width, outChannels, 1, bias: false);
        shortcut = KeepsShape ? null : Conv2d(inChannels, outChannels, 1, stride, bias: false);
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

    private Tensor Activate(Tensor x) => bn1 is null ? x : relu.call(bn1.call(x));

    private Tensor Convolve(Tensor x)
    {
        x = conv2.call(relu.call(bn2.call(conv1.call(x))));
        return conv3.call(relu.call(bn3.call(x)));
    }

    private Tensor Around(Tensor x, Tensor activated) =>
        shortcut is null ? x : shortcut.call(activation == PreActivation.Shared ? activated : x);

    /// <inheritdoc/>
    public Tensor Residual(Tensor x) => Convolve(Activate(x));

    /// <inheritdoc/>
    public Tensor Shortcut(Tensor x) => Around(x, activation == PreActivation.Shared ? Activate(x) : x);

    /// <inheritdoc/>
    public Flow Trace(Flow x)
    {
        var activated = bn1 is null ? x : x.Through(bn1, relu);
        var residual = activated.Through(conv1, bn2, relu, conv2, bn3, relu, conv3);
        return residual + (activation == PreActivation.Shared ? activated : x).Through(shortcut);
    }
}
