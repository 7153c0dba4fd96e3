// A picture made to please one class: gradient ascent on the pixels with an L2 penalty.
// Simonyan, Vedaldi and Zisserman, 2014, "Deep inside convolutional networks", section 2.
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>Maximises a class score over pictures.</summary>
public static class ActivationMaximisation
{
    /// <summary>arg max of S_c(I) - lambda |I|^2 from a small random picture, and the score on the way.</summary>
    /// <param name="network">The network; it is put into evaluation mode, its weights stay.</param>
    /// <param name="shape">Shape of the picture, <c>[C, H, W]</c>.</param>
    /// <param name="score">The number to maximise, from the network's output; <see cref="Backtrace.Logit"/> for a class.</param>
    /// <param name="steps">Number of steps.</param>
    /// <param name="rate">Length of a step: the gradient is scaled to this norm.</param>
    /// <param name="decay">lambda.</param>
    public static (Tensor Picture, double[] Scores) Of(
        Module<Tensor, Tensor> network, long[] shape, Func<Tensor, Tensor> score, int steps = 100, double rate = 1, double decay = 1e-3)
    {
        network.eval();
        var picture = randn([1, .. shape]).mul_(0.01);
        var scores = new double[steps];
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            var x = picture.detach().clone().requires_grad_();
            var value = score(network.call(x));
            scores[step] = value.ToDouble();
            (value - decay * x.square().sum()).backward();
            using var _ = no_grad();
            var gradient = x.grad!;
            picture.add_(gradient * (rate / (gradient.norm().ToDouble() + 1e-12)));
        }
        return (picture, scores);
    }
}
