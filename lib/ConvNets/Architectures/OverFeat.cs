// OverFeat fast and accurate: classification, dense evaluation over larger pictures, and the box regressor on the same features.
// Sermanet, Eigen, Zhang, Mathieu, Fergus and LeCun, 2014, "OverFeat: integrated recognition, localization and detection using
// convolutional networks", tables 1 and 3. conv1 of the fast network has 96 maps, as in the paper and the released weights.
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Architectures;

/// <summary>
/// Features, a last pool and a classifier of convolutions: <c>[N, 3, 231, 231]</c> (fast) or <c>[N, 3, 221, 221]</c> (accurate) to
/// <c>[N, classes]</c>. On larger pictures the logits of all positions are averaged.
/// </summary>
public sealed class OverFeat : Module<Tensor, Tensor>, ITraceable
{
    private readonly Sequential features;
    private readonly MaxPool2d pool;
    private readonly Sequential classifier;
    private readonly AdaptiveAvgPool2d average;
    private readonly Flatten flatten;

    private OverFeat(string name, Sequential features, MaxPool2d pool, Sequential classifier) : base(name)
    {
        this.features = features;
        this.pool = pool;
        this.classifier = classifier;
        average = AdaptiveAvgPool2d(1);
        flatten = Flatten();
        RegisterComponents();
        Initialise.Gaussian(this, 0.01);
    }

    /// <summary>The fast network of table 1.</summary>
    public static OverFeat Fast(long classes = 1000, long inChannels = 3) => new(
        nameof(Fast),
        Sequential(
            ("conv1", Conv2d(inChannels, 96, 11, stride: 4)), ("relu1", ReLU()), ("pool1", MaxPool2d(2, 2)),
            ("conv2", Conv2d(96, 256, 5)), ("relu2", ReLU()), ("pool2", MaxPool2d(2, 2)),
            ("conv3", Conv2d(256, 512, 3, padding: 1)), ("relu3", ReLU()),
            ("conv4", Conv2d(512, 1024, 3, padding: 1)), ("relu4", ReLU()),
            ("conv5", Conv2d(1024, 1024, 3, padding: 1)), ("relu5", ReLU())),
        MaxPool2d(2, 2),
        Classifier(1024, 6, 3072, classes));

    /// <summary>The accurate network of table 3.</summary>
    public static OverFeat Accurate(long classes = 1000, long inChannels = 3) => new(
        nameof(Accurate),
        Sequential(
            ("conv1", Conv2d(inChannels, 96, 7, stride: 2)), ("relu1", ReLU()), ("pool1", MaxPool2d(3, 3)),
            ("conv2", Conv2d(96, 256, 7)), ("relu2", ReLU()), ("pool2", MaxPool2d(2, 2)),
            ("conv3", Conv2d(256, 512, 3, padding: 1)), ("relu3", ReLU()),
            ("conv4", Conv2d(512, 512, 3, padding: 1)), ("relu4", ReLU()),
            ("conv5", Conv2d(512, 1024, 3, padding: 1)), ("relu5", ReLU()),
            ("conv6", Conv2d(1024, 1024, 3, padding: 1)), ("relu6", ReLU())),
        MaxPool2d(3, 3),
        Classifier(1024, 5, 4096, classes));

    private static Sequential Classifier(long channels, long map, long width, long classes) => Sequential(
        ("drop1", Dropout()), ("fc1", Conv2d(channels, width, map)), ("relu1", ReLU()),
        ("drop2", Dropout()), ("fc2", Conv2d(width, 4096, 1)), ("relu2", ReLU()),
        ("fc3", Conv2d(4096, classes, 1)));

    /// <summary>The box regressor on the last pool of either network: 4096, 1024 and four coordinates, or four for each class.</summary>
    /// <param name="map">Height and width of the pooled window: 6 (fast) or 5 (accurate).</param>
    /// <param name="classes">1 for one box, or the number of classes for a box of each.</param>
    public static Sequential BoxRegressor(long map = 5, long classes = 1) => Sequential(
        ("fc1", Conv2d(1024, 4096, map)), ("relu1", ReLU()),
        ("fc2", Conv2d(4096, 1024, 1)), ("relu2", ReLU()),
        ("fc3", Conv2d(1024, 4 * classes, 1)));

    /// <summary>The maps before the last pool, on which offset pooling works.</summary>
    public Tensor Features(Tensor x) => features.call(x);

    /// <summary>The last pool.</summary>
    public MaxPool2d Pool => pool;

    /// <summary>The logits at every position of a pooled map: <c>[N, 1024, h, w]</c> to <c>[N, classes, h', w']</c>.</summary>
    public Tensor Classify(Tensor pooled) => classifier.call(pooled);

    /// <inheritdoc/>
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        x = classifier.call(pool.call(features.call(x)));
        return flatten.call(average.call(x)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Flow Trace(Flow x) => x.Through(features, pool).Classify(classifier).Through(average, flatten);
}
