// The auxiliary classifier of Inception-v3, on the 17x17 grid. Names are torchvision's.
// Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, 2016, "Rethinking the Inception architecture", section 4.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>Average pool 5x5/3, 1x1 128, 5x5 768, global average pool, linear: <c>[N, 768, 17, 17]</c> to <c>[N, classes]</c>.</summary>
public sealed class InceptionV3Aux : Module<Tensor, Tensor>, ITraceable
{
    private readonly AvgPool2d pool;
    private readonly BasicConv2d conv0;
    private readonly BasicConv2d conv1;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Flatten flatten;
    private readonly Linear fc;

    /// <summary>Builds the head.</summary>
    public InceptionV3Aux(long inChannels, long classes) : base(nameof(InceptionV3Aux))
    {
        pool = AvgPool2d(5, stride: 3);
        conv0 = new BasicConv2d(inChannels, 128, 1);
        conv1 = new BasicConv2d(128, 768, 5);
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(768, classes);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = conv1.call(conv0.call(pool.call(x)));                        // 768 x 1 x 1
        return fc.call(flatten.call(avgpool.call(x))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(pool, conv0, conv1, avgpool, flatten, fc);
}
