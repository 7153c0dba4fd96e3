// The transfer protocol: copy the first n layers of a trained network into a fresh one, frozen or fine-tuned, and train the rest.
// Yosinski, Clune, Bengio and Lipson, 2014, "How transferable are features in deep neural networks?", section 2.
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>
/// Prepares the networks BnB, AnB (frozen) and BnB+, AnB+ (all learn). Frozen layers keep every bit: they have no gradient, and no
/// decay reaches them because <see cref="Learning"/> leaves them out of the optimizer.
/// </summary>
public static class TransferProtocol
{
    /// <summary>The weight layers in the order of the network: convolutions and linear layers, counted as the paper counts, from 1.</summary>
    public static IReadOnlyList<(string Name, Module Layer)> WeightLayers(Module network) =>
        [.. network.named_modules().Where(module => module.module.GetType() is var type && (type == typeof(Conv2d) || type == typeof(Linear))).Select(module => (module.name, module.module))];

    /// <summary>Copies the first <paramref name="n"/> weight layers of one network into another of the same build.</summary>
    /// <param name="source">The trained network, A or B.</param>
    /// <param name="target">The fresh network; its layers above n keep their initialisation.</param>
    /// <param name="n">Number of layers to copy.</param>
    /// <param name="freeze">Whether the copies stay as they are (AnB) or learn on (AnB+).</param>
    /// <exception cref="ArgumentException">There are no n layers, or a layer has other shapes.</exception>
    public static void Copy(Module source, Module target, int n, bool freeze)
    {
        var (from, to) = (WeightLayers(source), WeightLayers(target));
        if (n < 0 || n > from.Count || n > to.Count)
            throw new ArgumentException($"{n} layers cannot be copied: the networks have {from.Count} and {to.Count}.");
        using var _ = no_grad();
        for (var i = 0; i < n; i++)
            foreach (var ((name, value), (_, parameter)) in from[i].Layer.named_parameters().Zip(to[i].Layer.named_parameters()))
            {
                if (!value.shape.SequenceEqual(parameter.shape))
                    throw new ArgumentException(
                        $"Layer '{to[i].Name}' has a {name} of [{string.Join(", ", parameter.shape)}], which cannot take one of [{string.Join(", ", value.shape)}].");
                parameter.copy_(value);
                parameter.requires_grad = !freeze;
            }
    }

    /// <summary>The parameters that learn: the optimizer gets these alone.</summary>
    public static IEnumerable<Parameter> Learning(Module network) => network.parameters().Where(parameter => parameter.requires_grad);
}
