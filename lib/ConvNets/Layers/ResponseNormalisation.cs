// Local response normalisation in the form that AlexNet's paper prints: alpha multiplies the plain sum over n channels.
// Krizhevsky, Sutskever and Hinton, 2012, section 3.3. PyTorch and Caffe divide alpha by n, and start from k = 1.
using ConvNets.Geometry;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Layers;

/// <summary>
/// b_i = a_i / (k + alpha sum a_j^2)^beta over the n channels around i, <c>[N, C, H, W]</c> to the same shape.
/// </summary>
/// <param name="n">Number of neighbouring channels in the sum, the channel itself among them.</param>
/// <param name="alpha">Weight of the sum, not divided by n.</param>
/// <param name="beta">Power of the denominator.</param>
/// <param name="k">Constant of the denominator.</param>
public sealed class ResponseNormalisation(long n = 5, double alpha = 1e-4, double beta = 0.75, double k = 2)
    : Module<Tensor, Tensor>(nameof(ResponseNormalisation)), ITraceable
{
    /// <summary>Number of neighbouring channels in the sum.</summary>
    public long Size => n;

    /// <summary>Weight of the plain sum; PyTorch's alpha is n times this.</summary>
    public double Alpha => alpha;

    /// <summary>Power of the denominator.</summary>
    public double Beta => beta;

    /// <summary>Constant of the denominator.</summary>
    public double K => k;

    /// <inheritdoc/>
    public override Tensor forward(Tensor x) => functional.local_response_norm(x, n, alpha * n, beta, k);

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Pointwise("ResponseNormalisation");
}
