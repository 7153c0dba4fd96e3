// The residual inception unit of WR-Inception: a 1x1 stem, and beside the stem itself a 3x3 and a 3x3-3x3, joined, reduced, added.
// Lee, Kim et al., 2017, "Wide-residual-inception networks for real-time object detection", figure 2. All convolutions are BN-ReLU-conv.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>x + 1x1([3x3(s), 3x3(3x3(s)), s]), s = 1x1(x), the shape of x.</summary>
public sealed class ResidualInceptionUnit : Module<Tensor, Tensor>, ITraceable, IResidualBlock
{
    private readonly Sequential stem;
    private readonly Sequential branch3x3;
    private readonly Sequential branch3x3dbl;
    private readonly Sequential merge;

    /// <summary>Builds the unit.</summary>
    /// <param name="channels">Channels of x.</param>
    /// <param name="w">Channels of the stem.</param>
    /// <param name="b">Channels of the single 3x3.</param>
    /// <param name="c1">Channels of the first of two 3x3.</param>
    /// <param name="c2">Channels of the second.</param>
    public ResidualInceptionUnit(long channels, long w, long b, long c1, long c2) : base(nameof(ResidualInceptionUnit))
    {
        stem = Unit(channels, w, 1);
        branch3x3 = Unit(w, b, 3);
        branch3x3dbl = Sequential(Unit(w, c1, 3), Unit(c1, c2, 3));
        merge = Unit(b + c2 + w, channels, 1);
        RegisterComponents();
    }

    private static Sequential Unit(long from, long to, long kernel) => Sequential(
        ("bn", BatchNorm2d(from)), ("relu", ReLU()), ("conv", Conv2d(from, to, kernel, padding: kernel / 2, bias: false)));

    /// <inheritdoc/>
    public bool Lesioned { get; set; }

    /// <inheritdoc/>
    public bool KeepsShape => true;

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return (Lesioned ? x.alias() : Residual(x) + x).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Tensor Residual(Tensor x)
    {
        var s = stem.call(x);
        return merge.call(cat([branch3x3.call(s), branch3x3dbl.call(s), s], 1));
    }

    /// <inheritdoc/>
    public Tensor Shortcut(Tensor x) => x;

    /// <inheritdoc/>
    public Flow Trace(Flow x)
    {
        var s = x.Through(stem);
        return Flow.Concat(s.Through(branch3x3), s.Through(branch3x3dbl), s).Through(merge) + x;
    }
}
