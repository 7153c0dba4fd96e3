// The two hinges of the evaluation of features: one score against a margin, or a positive against a negative.
// Chatfield, Simonyan, Vedaldi and Zisserman, 2014, "Return of the devil in the details", section 3.4.
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Layers;

/// <summary>Hinge losses on the scores of one class.</summary>
public static class HingeLosses
{
    /// <summary>The sum over samples of max(0, 1 - y s), y = 1 or -1; scores and signs <c>[N]</c>.</summary>
    public static Tensor Classification(Tensor scores, Tensor signs)
    {
        using var scope = NewDisposeScope();
        return functional.relu(1 - signs * scores).sum().MoveToOuterDisposeScope();
    }

    /// <summary>The sum over pairs of max(0, 1 - s_pos + s_neg); positives <c>[P]</c>, negatives <c>[N]</c>.</summary>
    public static Tensor Ranking(Tensor positives, Tensor negatives)
    {
        using var scope = NewDisposeScope();
        return functional.relu(1 - positives.unsqueeze(1) + negatives.unsqueeze(0)).sum().MoveToOuterDisposeScope();
    }
}
