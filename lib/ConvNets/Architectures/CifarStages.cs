// The frame of the pre-activation and wide networks for CIFAR: a 3x3 convolution, three stages, BN-ReLU, average pool, linear.
// He et al., 2016, "Identity mappings"; Zagoruyko and Komodakis, 2016; Lee et al., 2017.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Stem, stages of pre-activation units, the BN and ReLU that the last unit leaves open: <c>[N, C, 32, 32]</c> to <c>[N, classes]</c>.</summary>
public sealed class CifarStages : Module<Tensor, Tensor>, ITraceable
{
    private readonly Conv2d conv1;
    private readonly Sequential layer1;
    private readonly Sequential layer2;
    private readonly Sequential layer3;
    private readonly BatchNorm2d bn;
    private readonly ReLU relu;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Flatten flatten;
    private readonly Linear fc;

    /// <summary>Joins a stem and three stages.</summary>
    /// <param name="name">Name of the architecture.</param>
    /// <param name="conv1">The stem.</param>
    /// <param name="stages">Three stages.</param>
    /// <param name="channels">Channels of the last stage.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="initialise">The initialisation of the paper.</param>
    public CifarStages(string name, Conv2d conv1, IReadOnlyList<Sequential> stages, long channels, long classes, Action<Module> initialise) : base(name)
    {
        this.conv1 = conv1;
        (layer1, layer2, layer3) = (stages[0], stages[1], stages[2]);
        bn = BatchNorm2d(channels);
        relu = ReLU();
        avgpool = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        fc = Linear(channels, classes);
        RegisterComponents();
        initialise(this);
    }

    /// <summary>The three stages, in order.</summary>
    public IReadOnlyList<Sequential> Stages => [layer1, layer2, layer3];

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = layer3.call(layer2.call(layer1.call(conv1.call(x))));        // 32, 16, 8
        x = avgpool.call(relu.call(bn.call(x)));
        return fc.call(flatten.call(x)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(conv1, layer1, layer2, layer3, bn, relu, avgpool, flatten, fc);
}
