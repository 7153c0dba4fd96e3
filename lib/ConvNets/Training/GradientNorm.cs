// Clipping by the norm of all gradients together (Pascanu, Mikolov and Bengio 2012), PyTorch's form: scaled by max / (norm + 1e-6).

using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ConvNets.Training;

internal static class GradientNorm
{
    /// <summary>Scales the gradients in place so that their common L2 norm is at most <paramref name="max"/>; gives the norm before.</summary>
    public static double Clip(IEnumerable<Parameter> parameters, double max)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        var gradients = parameters.Select(p => p.grad).OfType<Tensor>().ToArray();
        var norm = Math.Sqrt(gradients.Sum(g => (double)g.pow(2).sum().item<float>()));
        var scale = max / (norm + 1e-6);
        if (scale < 1)
        {
            foreach (var gradient in gradients)
            {
                gradient.mul_(scale);
            }
        }

        return norm;
    }
}
