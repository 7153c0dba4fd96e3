// Averaging a network over many crops of a picture: probabilities, not logits.
// Krizhevsky, Sutskever and Hinton, 2012, section 4.1; Szegedy et al., 2015, section 7.
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>Averages predictions.</summary>
public static class Crops
{
    /// <summary>The mean of softmaxes, each <c>[N, classes]</c>: the papers' average, which is not the softmax of the mean.</summary>
    public static Tensor MeanOfSoftmax(IReadOnlyList<Tensor> softmaxes)
    {
        using var scope = NewDisposeScope();
        return stack(softmaxes, 0).mean([0]).MoveToOuterDisposeScope();
    }

    /// <summary>Probabilities of one picture from its crops <c>[crops, C, h, w]</c>: <c>[classes]</c>.</summary>
    public static Tensor Predict(Module<Tensor, Tensor> network, Tensor crops)
    {
        network.eval();
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        return functional.softmax(network.call(crops), 1).mean([0]).MoveToOuterDisposeScope();
    }
}
