// The maxout activation: each unit is the largest of k affine maps, laid out as k neighbouring channels.
// Goodfellow, Warde-Farley, Mirza, Courville and Bengio, 2013, "Maxout networks".
using ConvNets.Geometry;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Layers;

/// <summary>
/// h_i = max over the k pieces of unit i: <c>[N, units k, H, W]</c> to <c>[N, units, H, W]</c>, or <c>[N, units k]</c> to
/// <c>[N, units]</c>. The gradient reaches the largest piece alone; on a tie, the first.
/// </summary>
/// <param name="pieces">k.</param>
public sealed class Maxout(long pieces) : Module<Tensor, Tensor>(nameof(Maxout)), ITraceable
{
    /// <summary>k.</summary>
    public long Pieces => pieces;

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var pieceRows = x.reshape(x.shape[0], x.shape[1] / pieces, pieces, -1);      // the pieces of a unit as rows of a map
        var largest = functional.max_pool2d(pieceRows, (pieces, 1));
        return largest.reshape([x.shape[0], x.shape[1] / pieces, .. x.shape[2..]]).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) =>
        x.Channels % pieces == 0
            ? x.WithChannels("Maxout", x.Channels / pieces)
            : throw x.Refuse($"{x.Channels} channels are no multiple of {pieces} pieces");
}
