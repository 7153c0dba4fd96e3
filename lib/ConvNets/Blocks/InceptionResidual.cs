// The residual Inception module: branches, a linear 1x1 with bias and without batch norm, scaled, added, ReLU.
// Szegedy, Ioffe, Vanhoucke and Alemi, 2017, "Inception-v4, Inception-ResNet and the impact of residual connections on learning",
// figures 10 to 19 and section 3.3. Names are timm's.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>y = ReLU(x + scale conv1x1(branches(x))), the shape of x.</summary>
public sealed class InceptionResidual : Module<Tensor, Tensor>, ITraceable, IResidualBlock
{
    private readonly FilterConcat branches;
    private readonly Conv2d conv2d;
    private readonly ReLU? relu;
    private readonly double scale;

    /// <summary>Builds the module.</summary>
    /// <param name="branches">The concatenated branches; their names become names of this module.</param>
    /// <param name="width">Channels behind the branches.</param>
    /// <param name="channels">Channels of x.</param>
    /// <param name="scale">Factor of the residual, 0.1 to 0.3 in wide networks.</param>
    /// <param name="activate">Whether a ReLU follows the addition.</param>
    public InceptionResidual(FilterConcat branches, long width, long channels, double scale = 1, bool activate = true) : base(nameof(InceptionResidual))
    {
        this.branches = branches;
        this.scale = scale;
        foreach (var (name, child) in branches.named_children())
            register_module(name, child);
        conv2d = Conv2d(width, channels, 1);
        relu = activate ? ReLU() : null;
        register_module(nameof(conv2d), conv2d);
        if (relu is not null)
            register_module(nameof(relu), relu);
    }

    /// <summary>Nothing more: the constructor registers the branches under their own names, without a level of their own.</summary>
    protected override void RegisterComponents()
    {
    }

    /// <inheritdoc/>
    public bool Lesioned { get; set; }

    /// <inheritdoc/>
    public bool KeepsShape => true;

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var y = Lesioned ? x.alias() : x + Residual(x);
        return (relu is null ? y : relu.call(y)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Tensor Residual(Tensor x) => conv2d.call(branches.call(x)) * scale;

    /// <inheritdoc/>
    public Tensor Shortcut(Tensor x) => x;

    /// <inheritdoc/>
    public Flow Trace(Flow x)
    {
        var residual = x.Through(branches, conv2d);
        return (x + residual.Scaled(scale)).Through(relu);
    }
}
