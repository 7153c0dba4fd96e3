// The total loss of a network that classifies at more than one depth: main + weight x each auxiliary loss, in training only.
// Szegedy et al., 2015, "Going deeper with convolutions", section 5 (0.3); Szegedy et al., 2016, released Inception-v3 (0.4).
using ConvNets.Geometry;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Trains auxiliary classifiers with their network.</summary>
public static class AuxiliaryClassifiers
{
    /// <summary>
    /// Whether the network has auxiliary classifiers and pictures of this shape are large enough for them: GoogLeNet's heads read a
    /// map of 14x14, so that they stay out where a smaller picture leaves less.
    /// </summary>
    /// <exception cref="ShapeException">The pictures do not fit the network itself, or it cannot be followed layer by layer.</exception>
    public static bool Join(Module<Tensor, Tensor> network, long[] input)
    {
        if (network is not IAuxiliaryClassifiers)
            return false;
        try
        {
            LayerTable.For(network, input, auxiliary: true);
            return true;
        }
        catch (ShapeException)
        {
            // A network that cannot be followed without its heads either is not one whose heads should stay out in silence.
            LayerTable.For(network, input);
            return false;
        }
    }

    /// <summary>The main logits, their loss, and the loss to differentiate: main + weight x the sum over the heads.</summary>
    /// <param name="network">A network for which <see cref="Join"/> holds.</param>
    /// <param name="x">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <param name="criterion">Loss of logits <c>[N, classes]</c>, a scalar.</param>
    public static (Tensor Logits, Tensor Main, Tensor Total) Losses(IAuxiliaryClassifiers network, Tensor x, Func<Tensor, Tensor> criterion)
    {
        using var scope = NewDisposeScope();
        var (logits, heads) = network.ForwardWithAuxiliary(x);
        var main = criterion(logits);
        var total = heads.Aggregate(main, (sum, head) => sum + network.AuxiliaryWeight * criterion(head));
        return (logits.MoveToOuterDisposeScope(), main.MoveToOuterDisposeScope(), total.MoveToOuterDisposeScope());
    }
}
