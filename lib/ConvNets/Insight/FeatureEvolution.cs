// How the features of a layer change while a network learns: the strongest activation of a map over a set of pictures, projected down
// to the pixels that caused it, at one checkpoint after another.
// Zeiler and Fergus, 2014, "Visualizing and understanding convolutional networks", section 4.1 and figure 4.
using ConvNets.Weights;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>The strongest activation of one feature map.</summary>
/// <param name="Checkpoint">Which weights: the name of their file, or what the caller says.</param>
/// <param name="Channel">The feature map.</param>
/// <param name="Picture">Position of the picture that excites it most. A jump from one checkpoint to the next is a jump in the figure.</param>
/// <param name="Activation">The activation; 0 for a dead map.</param>
/// <param name="Pixels">Its projection, <c>[C, H, W]</c>.</param>
public sealed record FeatureProjection(string Checkpoint, long Channel, int Picture, double Activation, Tensor Pixels);

/// <summary>Follows feature maps through training.</summary>
public static class FeatureEvolution
{
    /// <summary>The strongest activation of each map over the pictures, with the network's present weights.</summary>
    /// <param name="features">A chain of convolutions, ReLUs, max pools and normalisations, such as the features of AlexNet.</param>
    /// <param name="pictures">Pictures, <c>[N, C, H, W]</c>.</param>
    /// <param name="layer">Name of a layer in the chain.</param>
    /// <param name="channels">The feature maps.</param>
    /// <param name="checkpoint">What to call the present weights.</param>
    public static IReadOnlyList<FeatureProjection> At(
        Sequential features, Tensor pictures, string layer, IReadOnlyList<long> channels, string checkpoint = "now")
    {
        using var _ = no_grad();
        var results = new List<FeatureProjection>();
        using var scope = NewDisposeScope();
        var maps = Upto(features, pictures, layer).flatten(2).amax([2]);                 // N x C
        foreach (var channel in channels)
        {
            var column = maps.select(1, channel);
            var best = (int)column.argmax().ToInt64();
            var picture = pictures.narrow(0, best, 1);
            var pixels = Deconvnet.Project(features, picture, layer, channel).squeeze(0).MoveToOuterDisposeScope();
            results.Add(new(checkpoint, channel, best, column[best].ToDouble(), pixels));
        }
        return results;
    }

    /// <summary>
    /// The same at every checkpoint: files of weights of one network, in the order of training. The network has its own weights again
    /// when the enumeration ends.
    /// </summary>
    /// <param name="network">The network that the files belong to; <paramref name="features"/> is a part of it.</param>
    /// <param name="features">Its convolutional chain.</param>
    /// <param name="files">Files of weights, <c>.safetensors</c>, <c>.pt</c> or <c>.pth</c>.</param>
    /// <param name="pictures">Pictures, <c>[N, C, H, W]</c>, the same at every checkpoint.</param>
    /// <param name="layer">Name of a layer in the chain.</param>
    /// <param name="channels">The feature maps.</param>
    /// <exception cref="WeightsException">A file does not fit the network.</exception>
    public static IEnumerable<FeatureProjection> Over(
        Module network, Sequential features, IEnumerable<string> files, Tensor pictures, string layer, IReadOnlyList<long> channels)
    {
        var own = network.state_dict().ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone().DetachFromDisposeScope());
        try
        {
            foreach (var file in files)
            {
                StateDict.Load(network, file);
                foreach (var projection in At(features, pictures, layer, channels, Path.GetFileNameWithoutExtension(file)))
                    yield return projection;
            }
        }
        finally
        {
            using var _ = no_grad();
            foreach (var (name, value) in network.state_dict())
                using (own[name])
                    value.copy_(own[name]);
        }
    }

    private static Tensor Upto(Sequential features, Tensor x, string layer)
    {
        foreach (var (name, module) in features.named_children())
        {
            x = ((Module<Tensor, Tensor>)module).call(x);
            if (name == layer)
                return x;
        }
        throw new ArgumentException($"The chain has no layer '{layer}'; its layers are {string.Join(", ", features.named_children().Select(child => child.name))}.");
    }
}
