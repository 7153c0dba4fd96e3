// Grad-CAM: where in the last maps the evidence for a class lies.
// Selvaraju, Cogswell, Das, Vedantam, Parikh and Batra, 2017, "Grad-CAM: visual explanations from deep networks".
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>Weighs the maps of a layer by the mean gradient of a class score and keeps what speaks for the class.</summary>
public static class GradCam
{
    /// <summary>ReLU(sum_k alpha_k A_k), alpha_k the gradient's mean over map k: <c>[N, h, w]</c> on the grid of the layer.</summary>
    /// <param name="network">The network; it is put into evaluation mode.</param>
    /// <param name="picture">The picture, <c>[N, C, H, W]</c>.</param>
    /// <param name="layer">State-dict name of the layer whose maps are weighed, usually the last with a spatial map.</param>
    /// <param name="label">The class.</param>
    public static Tensor Of(Module<Tensor, Tensor> network, Tensor picture, string layer, long label)
    {
        using var scope = NewDisposeScope();
        network.eval();
        Tensor? maps = null;
        var hook = network.Layer(layer).register_forward_hook((_, _, output) =>
        {
            maps = output.detach().clone().requires_grad_().DetachFromDisposeScope();
            return maps.alias();
        });
        try
        {
            network.call(picture).select(1, label).sum().backward();
            using var _ = no_grad();
            var alpha = maps!.grad!.mean([2, 3], keepdim: true);
            return functional.relu((alpha * maps).sum([1])).MoveToOuterDisposeScope();
        }
        finally
        {
            hook.remove();
            maps?.Dispose();
        }
    }
}
