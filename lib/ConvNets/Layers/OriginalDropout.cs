// Dropout as its authors wrote it: training multiplies by a mask, use multiplies by the probability of keeping.
// Hinton, Srivastava, Krizhevsky, Sutskever and Salakhutdinov, 2012. Today's layers divide in training instead.
using ConvNets.Geometry;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Layers;

/// <summary>Training y = m x, m = 1 with probability <paramref name="keep"/>; use y = keep x. The shape stays.</summary>
/// <param name="keep">Probability of keeping a unit: 1 - p of PyTorch's dropout.</param>
public sealed class OriginalDropout(double keep = 0.5) : Module<Tensor, Tensor>(nameof(OriginalDropout)), ITraceable
{
    /// <summary>Probability of keeping a unit.</summary>
    public double Keep => keep;

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        if (!training)
            return x * keep;
        using var mask = rand(x.shape, device: x.device).lt(keep).to(x.dtype);
        return x * mask;
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Pointwise(nameof(OriginalDropout));
}
