// Dense evaluation: fully-connected layers turned into convolutions, so that a network classifies every position of a larger picture.
// Simonyan and Zisserman, 2015, "Very deep convolutional networks", section 3.2; Sermanet et al., 2014.
using ConvNets.Architectures;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Insight;

/// <summary>A network of features and a fully-connected classifier, as one of convolutions alone; it shares no memory with the original.</summary>
public static class DenseEvaluation
{
    /// <summary>
    /// The classifier of a network as convolutions: the first linear layer becomes a map x map convolution, the others 1x1.
    /// It takes features <c>[N, C, h, w]</c> to a class map <c>[N, classes, h - map + 1, w - map + 1]</c>.
    /// </summary>
    /// <param name="classifier">Linear layers, activations and dropout.</param>
    /// <param name="map">Side of the map that the first linear layer reads.</param>
    public static Sequential Convolutional(Sequential classifier, long map)
    {
        var result = Sequential();
        var side = map;
        foreach (var (name, module) in classifier.named_children())
            switch (module)
            {
                case Linear linear:
                    var conv = nn.Conv2d(linear.in_features / (side * side), linear.out_features, side);
                    using (no_grad())
                    {
                        conv.weight.copy_(linear.weight.reshape(conv.weight.shape));
                        conv.bias!.copy_(linear.bias!);
                    }
                    result.append(name, conv);
                    side = 1;
                    break;
                case ReLU _:
                    result.append(name, nn.ReLU());
                    break;
                case Dropout dropout:
                    result.append(name, nn.Dropout(dropout.p));
                    break;
                default:
                    throw new ArgumentException($"Layer '{name}' of the classifier is a {module.GetType().Name}, which has no form as a convolution.");
            }
        return result;
    }

    /// <summary>The class map of a larger picture: <c>[N, C, H, W]</c> to <c>[N, classes, h, w]</c>, (Q / 32 - 6) a side for VGG at scale Q.</summary>
    public static Tensor ScoreMap(ClassicNet network, Tensor picture)
    {
        using var scope = NewDisposeScope();
        network.eval();
        using var dense = Convolutional(network.Classifier, network.Map);
        dense.eval();
        return dense.call(network.Features.call(picture)).MoveToOuterDisposeScope();
    }

    /// <summary>
    /// Probabilities from several pictures of one scene, such as scales and mirrors: the softmax of the averaged class map of each,
    /// averaged over them. <c>[N, classes]</c>.
    /// </summary>
    public static Tensor Probabilities(ClassicNet network, params IReadOnlyList<Tensor> pictures)
    {
        using var scope = NewDisposeScope();
        var softmaxes = pictures.Select(picture => functional.softmax(ScoreMap(network, picture).mean([2, 3]), 1)).ToList();
        return Crops.MeanOfSoftmax(softmaxes).MoveToOuterDisposeScope();
    }
}
