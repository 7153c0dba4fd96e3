// Feature evolution and invariance: section 11.3 of the course's list of techniques (Zeiler and Fergus, 2014, figures 4 and 5).
using ConvNets.Architectures;
using ConvNets.Insight;
using ConvNets.Weights;
using Tests;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Insight;

public sealed class FeatureTests : FolderTests
{
    private static float[] Values(Tensor values) => values.contiguous().flatten().data<float>().ToArray();

    [Fact]
    public void Section_11_3_the_strongest_activation_of_a_map_is_followed_over_checkpoints()
    {
        manual_seed(4);
        using var scope = NewDisposeScope();
        using var net = LeNet.Small();
        var features = net.Features;
        var files = new List<string>();
        for (var epoch = 1; epoch <= 2; epoch++)
        {
            using var learned = LeNet.Small();
            files.Add(Path.Combine(Folder, $"epoch-{epoch}.safetensors"));
            StateDict.Save(learned, files[^1]);
        }
        var own = Values(net.get_parameter("features.conv2.weight")!);
        var pictures = rand(5, 3, 32, 32);
        var seen = FeatureEvolution.Over(net, features, files, pictures, "conv2", [0, 7]).ToList();
        Assert.Equal(["epoch-1", "epoch-1", "epoch-2", "epoch-2"], seen.Select(projection => projection.Checkpoint));
        Assert.Equal([0, 7, 0, 7], seen.Select(projection => (int)projection.Channel));
        Assert.All(seen, projection => Assert.Equal([3, 32, 32], projection.Pixels.shape));
        Assert.Equal(own, Values(net.get_parameter("features.conv2.weight")!));

        StateDict.Load(net, files[1]);
        using var _ = no_grad();
        var maps = features.named_children().TakeWhile(child => child.name != "conv2").Append(features.named_children().Single(child => child.name == "conv2"))
            .Aggregate(pictures, (x, child) => ((Module<Tensor, Tensor>)child.module).call(x));
        Assert.Equal(maps.select(1, 7).max().ToDouble(), seen[3].Activation, 1e-5);
        Assert.Equal(maps.select(1, 7).flatten(1).amax([1]).argmax().ToInt64(), seen[3].Picture);
        Assert.Contains("no layer 'conv9'", Assert.Throws<ArgumentException>(() => FeatureEvolution.At(features, pictures, "conv9", [0])).Message);
    }

    [Fact]
    public void Section_11_3_pictures_are_moved_magnified_and_turned()
    {
        using var scope = NewDisposeScope();
        var x = rand(1, 2, 6, 6);
        var moved = FeatureInvariance.Change(x, PictureChange.Translation, 2);
        Assert.True(moved.narrow(2, 2, 4).allclose(x.narrow(2, 0, 4), 1e-4, 1e-5));
        Assert.Equal(0, moved.narrow(2, 0, 2).abs().max().ToDouble(), 1e-5);
        Assert.True(FeatureInvariance.Change(x, PictureChange.Scale, 1).allclose(x, 1e-4, 1e-5));
        Assert.True(FeatureInvariance.Change(x, PictureChange.Rotation, 90).allclose(x.rot90(1, (2, 3)), 1e-4, 1e-5));
        Assert.True(FeatureInvariance.Change(x, PictureChange.Rotation, 360).allclose(x, 1e-3, 1e-4));
        var doubled = FeatureInvariance.Change(full([1, 1, 8, 8], 3f), PictureChange.Scale, 2);
        Assert.All(Values(doubled), value => Assert.Equal(3, value, 1e-4));
        Assert.Throws<ArgumentOutOfRangeException>(() => FeatureInvariance.Change(x, PictureChange.Scale, 0));
    }

    [Fact]
    public void Section_11_3_an_unchanged_picture_is_at_distance_zero_and_others_are_not()
    {
        manual_seed(5);
        using var net = LeNet.Small();
        using var picture = randn(1, 3, 32, 32);
        var curve = FeatureInvariance.Of(net, picture, PictureChange.Translation, [0, 3, 8], ["features.conv1", "classifier.fc3"], label: 2);
        Assert.Equal([0, 3, 8], curve.Select(point => point.Amount));
        Assert.All(curve[0].Distances, distance => Assert.Equal(0, distance, 1e-3));
        Assert.All(curve.Skip(1), point => Assert.All(point.Distances, distance => Assert.True(distance > 0.01)));
        using var _ = no_grad();
        Assert.Equal(functional.softmax(net.call(picture), 1)[0, 2].ToDouble(), curve[0].Probability, 1e-5);
        Assert.Contains("no layer 'x'", Assert.Throws<ArgumentException>(() => FeatureInvariance.Of(net, picture, PictureChange.Scale, [1], ["x"], 0)).Message);
    }
}
