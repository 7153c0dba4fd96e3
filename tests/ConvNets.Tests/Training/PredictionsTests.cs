// Multi-crop, multi-scale and ensemble averages: sections 3.5, 7 and 14 of the course's list of techniques.
using ConvNets.Architectures;
using ConvNets.Data;
using ConvNets.Data.Transforms;
using ConvNets.Insight;
using ConvNets.Training;
using static TorchSharp.torch;

namespace Tests.Training;

[Collection(nameof(RandomNumbers))]
public class PredictionsTests
{
    private static readonly DataSplit Split = Datasets.Embedded(train: 40, test: 30);

    private static BatchLoader Loader(int batch, ViewTransform? views = null, IReadOnlyList<Transform>? transforms = null) =>
        new(Split.Test, batch, transforms ?? Presets.Plain(Split.Statistics), shuffle: false, views: views);

    [Fact]
    public void Ten_crops_are_averaged_as_softmaxes()
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var model = new CifarResNet(8);
        model.eval();
        var predictions = Predictions.Of(model, Loader(7, new TenCrop(24)), TestContext.Current.CancellationToken);
        var crops = Loader(1, new TenCrop(24)).Epoch(0, TestContext.Current.CancellationToken).ElementAt(12).Images;
        Assert.Equal([10, 3, 24, 24], crops.shape);
        Assert.Equal(Crops.Predict(model, crops).data<float>().ToArray(), predictions[12]!, (a, b) => Math.Abs(a - b) < 1e-5);
        var tested = Evaluate.On(model, Loader(7, new TenCrop(24)), TestContext.Current.CancellationToken);
        var (again, whole) = (predictions.Evaluate(), Evaluate.On(model, Loader(7), TestContext.Current.CancellationToken));
        Assert.Equal((30, tested.Top1, tested.Top5), (again.Count, again.Top1, again.Top5));
        Assert.Equal(tested.Loss, again.Loss, 1e-4);
        Assert.NotEqual(whole.Loss, tested.Loss);
    }

    [Fact]
    public void Scales_and_networks_are_averaged_picture_by_picture()
    {
        manual_seed(2);
        using var first = new CifarResNet(8);
        using var second = new CifarResNet(8);
        var small = Predictions.Of(first, Loader(8, new GridCrop(24, 2)), TestContext.Current.CancellationToken);
        var large = Predictions.Of(first, Loader(5, new FiveCrop(32), [new Resize(40), .. Presets.Plain(Split.Statistics)]), TestContext.Current.CancellationToken);
        var other = Predictions.Of(second, Loader(30), TestContext.Current.CancellationToken);
        var mean = Predictions.Mean(small, large, other);
        for (var c = 0; c < 10; c++)
            Assert.Equal((small[3]![c] + large[3]![c] + other[3]![c]) / 3, mean[3]![c], 1e-6);
        Assert.Equal(1, mean[3]!.Sum(), 1e-5);
        Assert.Equal(30, mean.Evaluate().Count);
    }

    [Fact]
    public void Predictions_of_other_pictures_or_classes_are_not_averaged()
    {
        using var model = new CifarResNet(8);
        var test = Predictions.Of(model, Loader(30), TestContext.Current.CancellationToken);
        var train = Predictions.Of(model, Loaders.Test(Datasets.Embedded(train: 40, test: 31, seed: 9), 30), TestContext.Current.CancellationToken);
        Assert.Contains("their pictures differ", Assert.Throws<ArgumentException>(() => Predictions.Mean(test, train)).Message);
        var five = Predictions.Of(x => ones(x.shape[0], 5) / 5, Loader(30), TestContext.Current.CancellationToken);
        Assert.Contains("5", Assert.Throws<ArgumentException>(() => Predictions.Mean(test, five)).Message);
        Assert.Throws<ArgumentException>(() => Predictions.Mean());
    }
}
