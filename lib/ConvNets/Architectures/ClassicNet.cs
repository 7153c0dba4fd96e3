// The shape that AlexNet set and that ZFNet, CNN-F/M/S and VGG kept: convolutional features, then fully-connected layers.
// The adaptive pool between them (torchvision's) is the identity at the paper's input size and lets others in.
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>Convolutional features, a map of fixed size, a fully-connected classifier: <c>[N, C, H, W]</c> to <c>[N, classes]</c>.</summary>
public sealed class ClassicNet : Module<Tensor, Tensor>, ITraceable
{
    private readonly Sequential features;
    private readonly AdaptiveAvgPool2d avgpool;
    private readonly Flatten flatten;
    private readonly Sequential classifier;

    /// <summary>Joins features and classifier.</summary>
    /// <param name="name">Name of the architecture.</param>
    /// <param name="features">Convolution and pooling layers.</param>
    /// <param name="map">Height and width of the map that the classifier expects.</param>
    /// <param name="classifier">Layers on the flattened map.</param>
    public ClassicNet(string name, Sequential features, long map, Sequential classifier) : base(name)
    {
        this.features = features;
        avgpool = AdaptiveAvgPool2d(map);
        flatten = Flatten();
        this.classifier = classifier;
        RegisterComponents();
    }

    /// <summary>The convolutional part.</summary>
    public Sequential Features => features;

    /// <summary>The fully-connected part.</summary>
    public Sequential Classifier => classifier;

    /// <summary>Side of the map that the classifier reads.</summary>
    public long Map => avgpool.output_size[0];

    /// <summary>The same network without the last layer of its classifier: a feature extractor. The two share their weights.</summary>
    public ClassicNet WithoutLastLayer()
    {
        var kept = Sequential();
        var layers = classifier.named_children().ToList();
        foreach (var (name, module) in layers.Take(layers.Count - 1))
            kept.append(name, (Module<Tensor, Tensor>)module);
        return new(GetName(), features, Map, kept);
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = flatten.call(avgpool.call(features.call(x)));
        return classifier.call(x).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(features, avgpool, flatten, classifier);
}
