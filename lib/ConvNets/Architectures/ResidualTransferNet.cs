// The residual transfer network on AlexNet: source and target classifiers differ by a small residual function.
// Long, Zhu, Wang and Jordan, 2016, "Unsupervised domain adaptation with residual transfer networks". The base is the BVLC AlexNet;
// its seventh layer feeds a bottleneck fcb. The source classifier is the output of the residual block, the target classifier its input.
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary><c>[N, 3, 227, 227]</c> to the target logits <c>[N, classes]</c>, f_T; <see cref="Source"/> gives f_S = f_T + delta f(f_T).</summary>
public sealed class ResidualTransferNet : Module<Tensor, Tensor>, ITraceable
{
    private readonly ClassicNet alexnet;
    private readonly ReLU relu;
    private readonly Linear fcb;
    private readonly Linear fcc;
    private readonly Linear fc1;
    private readonly Linear fc2;

    /// <summary>Builds the network.</summary>
    /// <param name="classes">Number of classes, 31 in Office-31.</param>
    /// <param name="inChannels">Channels of the picture.</param>
    /// <param name="bottleneck">Width of fcb.</param>
    public ResidualTransferNet(long classes = 31, long inChannels = 3, long bottleneck = 128) : base(nameof(ResidualTransferNet))
    {
        alexnet = AlexNet.Of2012(classes, inChannels).WithoutLastLayer();
        relu = ReLU();
        fcb = Linear(4096, bottleneck);
        fcc = Linear(bottleneck, classes);
        fc1 = Linear(classes, classes);
        fc2 = Linear(classes, classes);
        RegisterComponents();
        foreach (var layer in new[] { fcb, fcc, fc1, fc2 })
            Initialise.Gaussian(layer, 0.01);
    }

    /// <summary>The bottleneck features fcb(x) <c>[N, bottleneck]</c>, which the domain distance compares together with the logits.</summary>
    public Tensor Features(Tensor x)
    {
        using var scope = NewDisposeScope();
        return relu.call(fcb.call(alexnet.call(x))).MoveToOuterDisposeScope();
    }

    /// <summary>The target logits f_T of bottleneck features.</summary>
    public Tensor Target(Tensor features) => fcc.call(features);

    /// <summary>The source logits f_S = f_T + fc2(ReLU(fc1(f_T))) of target logits.</summary>
    public Tensor Source(Tensor target)
    {
        using var scope = NewDisposeScope();
        return (target + fc2.call(relu.call(fc1.call(target)))).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        return Target(Features(x)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x)
    {
        var target = x.Through(alexnet, fcb, relu, fcc);
        x.Auxiliary(() => _ = target + target.Through(fc1, relu, fc2));
        return target;
    }
}
