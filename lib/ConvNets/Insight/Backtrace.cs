// Sends a score back to the picture with a rule of one's choice at every ReLU module: saliency, deconvnet signal, guided backpropagation.
// Simonyan, Vedaldi and Zisserman, 2014, "Deep inside convolutional networks"; Springenberg et al., 2015.
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>
/// Cuts the graph at every ReLU and carries the signal over each cut by hand, so that any network of ReLU modules can be
/// read with any rule. Pools, normalisations and sums go back as their gradients.
/// </summary>
public static class Backtrace
{
    private sealed record Cut(Tensor Input, Tensor Leaf);

    /// <summary>The signal of a score at the picture, the shape of <paramref name="picture"/> <c>[N, C, H, W]</c>.</summary>
    /// <param name="network">The network; it is put into evaluation mode.</param>
    /// <param name="picture">The picture, <c>[N, C, H, W]</c>.</param>
    /// <param name="score">The number to explain, from the network's output.</param>
    /// <param name="rule">What a ReLU does to the signal.</param>
    public static Tensor Of(Module<Tensor, Tensor> network, Tensor picture, Func<Tensor, Tensor> score, ReluRule rule)
    {
        using var scope = NewDisposeScope();
        network.eval();
        var cuts = new List<Cut>();
        var hooks = network.modules().OfType<ReLU>().Select(relu => relu.register_forward_hook((_, input, output) =>
        {
            var leaf = output.detach().clone().requires_grad_().DetachFromDisposeScope();
            cuts.Add(new(input.alias().DetachFromDisposeScope(), leaf));
            return leaf.alias();
        })).ToList();
        try
        {
            var x = picture.detach().clone().requires_grad_();
            score(network.call(x)).backward();
            for (var i = cuts.Count - 1; i >= 0; i--)
                if (cuts[i].Leaf.grad is { } signal)
                    cuts[i].Input.backward([rule.Back(cuts[i].Input.detach(), signal)]);
            return (x.grad ?? zeros_like(x)).MoveToOuterDisposeScope();
        }
        finally
        {
            foreach (var hook in hooks)
                hook.remove();
            foreach (var cut in cuts)
            {
                cut.Input.Dispose();
                cut.Leaf.Dispose();
            }
        }
    }

    /// <summary>The logit of one class, summed over the batch: the score that most tools explain.</summary>
    public static Func<Tensor, Tensor> Logit(long label) => output => output.select(1, label).sum();

    /// <summary>
    /// The saliency map of a class: the largest magnitude of the gradient over the colours, <c>[N, H, W]</c>.
    /// </summary>
    public static Tensor Saliency(Module<Tensor, Tensor> network, Tensor picture, long label)
    {
        using var scope = NewDisposeScope();
        return Of(network, picture, Logit(label), ReluRule.Gradient).abs().amax([1]).MoveToOuterDisposeScope();
    }
}
