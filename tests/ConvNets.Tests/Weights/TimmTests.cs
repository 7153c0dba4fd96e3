// State-dict names of timm's inception_v4 and inception_resnet_v2 (huggingface/pytorch-image-models, timm/models/inception_v4.py and
// inception_resnet_v2.py), so that its files load as they are. timm has no BN-Inception.
using ConvNets.Architectures;

namespace ConvNets.Tests.Weights;

public class TimmTests
{
    // A unit is a convolution without bias and a batch norm; "name:n" is a sequence of n units, "name@1" the second step of one.
    private static IEnumerable<string> Units(string prefix, string description) => description.Split(' ').SelectMany(word => word.Split(':', '@') switch
    {
        [var name, var count] when word.Contains(':') => Enumerable.Range(0, int.Parse(count)).Select(i => $"{prefix}{name}.{i}"),
        [var name, var place] => [$"{prefix}{name}.{place}"],
        _ => [$"{prefix}{word}"],
    });

    private static IEnumerable<string> Tensors(IEnumerable<string> units, IEnumerable<string> layers) => units
        .SelectMany(unit => new[] { "conv.weight", "bn.weight", "bn.bias", "bn.running_mean", "bn.running_var", "bn.num_batches_tracked" }.Select(part => $"{unit}.{part}"))
        .Concat(layers.SelectMany(layer => new[] { $"{layer}.weight", $"{layer}.bias" }));

    private static IEnumerable<string> InceptionV4() => Tensors(
        [
            "features.0", "features.1", "features.2", "features.3.conv", .. Units("features.4.", "branch0:2 branch1:4"), "features.5.conv",
            .. Enumerable.Range(6, 4).SelectMany(i => Units($"features.{i}.", "branch0 branch1:2 branch2:3 branch3@1")),
            .. Units("features.10.", "branch0 branch1:3"),
            .. Enumerable.Range(11, 7).SelectMany(i => Units($"features.{i}.", "branch0 branch1:3 branch2:5 branch3@1")),
            .. Units("features.18.", "branch0:2 branch1:4"),
            .. Enumerable.Range(19, 3).SelectMany(i => Units(
                $"features.{i}.", "branch0 branch1_0 branch1_1a branch1_1b branch2_0 branch2_1 branch2_2 branch2_3a branch2_3b branch3@1")),
        ],
        ["last_linear"]);

    private static IEnumerable<string> InceptionResNetV2()
    {
        var blocks = Enumerable.Range(0, 10).Select(i => ($"repeat.{i}", "branch0 branch1:2 branch2:3"))
            .Concat(Enumerable.Range(0, 20).Select(i => ($"repeat_1.{i}", "branch0 branch1:3")))
            .Concat(Enumerable.Range(0, 9).Select(i => ($"repeat_2.{i}", "branch0 branch1:3"))).Append(("block8", "branch0 branch1:3")).ToList();
        return Tensors(
            [
                .. Units("", "conv2d_1a conv2d_2a conv2d_2b conv2d_3b conv2d_4a conv2d_7b"), .. Units("mixed_5b.", "branch0 branch1:2 branch2:3 branch3@1"),
                .. Units("mixed_6a.", "branch0 branch1:3"), .. Units("mixed_7a.", "branch0:2 branch1:2 branch2:3"),
                .. blocks.SelectMany(block => Units($"{block.Item1}.", block.Item2)),
            ],
            [.. blocks.Select(block => $"{block.Item1}.conv2d"), "classif"]);
    }

    [Theory]
    [InlineData("inception-v4")]
    [InlineData("inception-resnet-v2-released")]
    public void The_names_are_timms(string id)
    {
        using var net = Registry.Find(id).Blueprint();
        var expected = id == "inception-v4" ? InceptionV4() : InceptionResNetV2();
        Assert.Equal(expected.Order(StringComparer.Ordinal), net.state_dict().Keys.Order(StringComparer.Ordinal));
    }
}
