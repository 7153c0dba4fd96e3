// One layer of a dense block: it reads all maps before it and adds k maps of its own. Names are torchvision's.
// Huang, Liu, van der Maaten and Weinberger, 2017, "Densely connected convolutional networks", section 3.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>
/// H = BN-ReLU-3x3, with a bottleneck BN-ReLU-1x1(4k)-BN-ReLU-3x3; the output is x with H(x) beside it:
/// <c>[N, C, H, W]</c> to <c>[N, C + k, H, W]</c>.
/// </summary>
public sealed class DenseLayer : Module<Tensor, Tensor>, ITraceable
{
    private readonly BatchNorm2d norm1;
    private readonly ReLU relu1;
    private readonly Conv2d conv1;
    private readonly BatchNorm2d? norm2;
    private readonly ReLU? relu2;
    private readonly Conv2d? conv2;
    private readonly Dropout? dropout;

    /// <summary>Builds the layer.</summary>
    /// <param name="inChannels">C, all maps before the layer.</param>
    /// <param name="growthRate">k.</param>
    /// <param name="bottleneck">The B form: a 1x1 to 4k maps first.</param>
    /// <param name="dropout">Dropout after the convolution, for training without augmentation.</param>
    public DenseLayer(long inChannels, long growthRate, bool bottleneck, double dropout = 0) : base(nameof(DenseLayer))
    {
        norm1 = BatchNorm2d(inChannels);
        relu1 = ReLU();
        conv1 = bottleneck
            ? Conv2d(inChannels, 4 * growthRate, 1, bias: false)
            : Conv2d(inChannels, growthRate, 3, padding: 1, bias: false);
        if (bottleneck)
        {
            norm2 = BatchNorm2d(4 * growthRate);
            relu2 = ReLU();
            conv2 = Conv2d(4 * growthRate, growthRate, 3, padding: 1, bias: false);
        }
        this.dropout = dropout > 0 ? Dropout(dropout) : null;
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var h = conv1.call(relu1.call(norm1.call(x)));
        if (norm2 is not null)
            h = conv2!.call(relu2!.call(norm2.call(h)));
        return cat([x, dropout is null ? h : dropout.call(h)], 1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => Flow.Concat(x, x.Through(norm1, relu1, conv1, norm2, relu2, conv2, dropout));
}
