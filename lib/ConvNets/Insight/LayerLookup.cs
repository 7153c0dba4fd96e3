// Finds the layers that the tools look into, by their state-dict names.
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>Looks up layers by name.</summary>
internal static class LayerLookup
{
    /// <summary>The layer with this name.</summary>
    /// <exception cref="ArgumentException">The network has no such layer; the message names some that it has.</exception>
    public static Module<Tensor, Tensor> Layer(this Module network, string name) =>
        network.named_modules().FirstOrDefault(module => module.name == name).module as Module<Tensor, Tensor>
        ?? throw new ArgumentException(
            $"The network has no layer '{name}'; it begins with {string.Join(", ", network.named_modules().Take(5).Select(module => $"'{module.name}'"))}.");
}
