// The two forms of gradient descent with momentum and weight decay, one step of each written out.
// Krizhevsky, Sutskever and Hinton, 2012, section 5 (the rate inside the velocity, as in Caffe); Sutskever et al., 2013 (PyTorch keeps it out).
using static TorchSharp.torch;

namespace ConvNets.Layers;

/// <summary>
/// One step on a weight and its memory, both of one shape and changed in place. The forms agree while the rate is constant; after a
/// drop of the rate the velocity of AlexNet's still carries the old, larger steps.
/// </summary>
public static class MomentumStep
{
    /// <summary>AlexNet's and Caffe's: v = momentum v - decay rate w - rate g; w = w + v.</summary>
    public static void AlexNet(Tensor weight, Tensor velocity, Tensor gradient, double rate, double momentum = 0.9, double decay = 5e-4)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        velocity.mul_(momentum).add_((weight * decay + gradient) * -rate);
        weight.add_(velocity);
    }

    /// <summary>PyTorch's: b = momentum b + g + decay w; w = w - rate b.</summary>
    public static void PyTorch(Tensor weight, Tensor buffer, Tensor gradient, double rate, double momentum = 0.9, double decay = 5e-4)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        buffer.mul_(momentum).add_(gradient + weight * decay);
        weight.add_(buffer * -rate);
    }
}
