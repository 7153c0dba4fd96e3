// Two constraints on filters that are applied after an update: a largest norm, and a largest root mean square.
// Goodfellow et al., 2013, "Maxout networks" (max-norm); Zeiler and Fergus, 2014, section 3.1 (RMS 0.1).
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Layers;

/// <summary>Rescales filters that have grown too large; a filter is the weight of one output unit.</summary>
public static class FilterNorms
{
    /// <summary>Every filter of larger norm is scaled down to <paramref name="limit"/>.</summary>
    public static void LimitNorm(Module network, double limit) => Limit(network, limit, perElement: false);

    /// <summary>Every filter of a convolution whose RMS exceeds <paramref name="limit"/> is scaled down to it.</summary>
    public static void LimitRms(Module network, double limit = 0.1) => Limit(network, limit, perElement: true);

    private static void Limit(Module network, double limit, bool perElement)
    {
        using var _ = no_grad();
        using var scope = NewDisposeScope();
        foreach (var module in network.modules().Prepend(network))
        {
            var weight = module switch
            {
                Conv2d conv => conv.weight,
                Linear linear when !perElement => linear.weight,
                _ => null,
            };
            if (weight is null)
                continue;
            var filters = weight.reshape(weight.shape[0], -1);
            var squares = filters.square();
            var size = (perElement ? squares.mean([1], keepdim: true) : squares.sum([1], keepdim: true)).sqrt();
            var factor = (limit / (size + 1e-12)).clamp_max(1);
            weight.copy_((filters * factor).reshape(weight.shape));
        }
    }
}
