// The auxiliary classifier of GoogLeNet: it injects gradient half way down, and leaves the network after training.
// Szegedy et al., 2015, "Going deeper with convolutions", section 5. Names are torchvision's.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Blocks;

/// <summary>Average pool 5x5/3, 1x1 convolution 128, linear 1024, dropout 70 %, linear: <c>[N, C, 14, 14]</c> to <c>[N, classes]</c>.</summary>
public sealed class InceptionAux : Module<Tensor, Tensor>, ITraceable
{
    private readonly Module<Tensor, Tensor> pool;
    private readonly BasicConv2d conv;
    private readonly Flatten flatten;
    private readonly Linear fc1;
    private readonly ReLU relu;
    private readonly Dropout dropout;
    private readonly Linear fc2;

    /// <summary>Builds the head.</summary>
    /// <param name="inChannels">C.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="batchNorm">torchvision's form: batch norm, and an adaptive pool to 4x4.</param>
    public InceptionAux(long inChannels, long classes, bool batchNorm) : base(nameof(InceptionAux))
    {
        pool = batchNorm ? AdaptiveAvgPool2d(4) : AvgPool2d(5, stride: 3);
        conv = new BasicConv2d(inChannels, 128, 1, batchNorm: batchNorm);
        flatten = Flatten();
        fc1 = Linear(128 * 4 * 4, 1024);
        relu = ReLU();
        dropout = Dropout(0.7);
        fc2 = Linear(1024, classes);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = flatten.call(conv.call(pool.call(x)));                       // 128 x 4 x 4
        return fc2.call(dropout.call(relu.call(fc1.call(x)))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(pool, conv, flatten, fc1, relu, dropout, fc2);
}
