using System.Diagnostics;
using ConvNets.Architectures;
using ConvNets.Blocks;
using ConvNets.Geometry;

namespace ConvNets.Tests.Architectures;

public class RegistryTests
{
    [Fact]
    public void Every_entry_names_its_paper_recipe_and_input() => Assert.All(Registry.All, architecture =>
    {
        Assert.NotEmpty(architecture.Paper.Title);
        Assert.NotEmpty(architecture.Paper.Authors);
        Assert.InRange(architecture.Paper.Year, 1998, 2017);
        Assert.NotEmpty(architecture.Recipe.Optimizer);
        Assert.NotEmpty(architecture.Input);
        Assert.All(architecture.Accuracies, accuracy => Assert.NotEmpty(accuracy.Source));
    });

    [Fact]
    public void All_networks_of_the_catalogue_are_built() => Assert.Equal(102, Registry.All.Count);

    [Theory]
    [InlineData("resnet50", "resnet-50")]
    [InlineData("vgg-16", "vgg-")]
    [InlineData("dense", "densenet-")]
    [InlineData("alexnet", "alexnet-")]
    public void An_unknown_id_names_the_nearest(string typed, string near)
    {
        var error = Assert.Throws<ArgumentException>(() => Registry.Create(typed));
        Assert.Contains($"'{typed}'", error.Message);
        Assert.Contains(near, error.Message);
    }

    [Theory]
    [InlineData(21, 6, 2, "6n + 2 weight layers, so 21 is no depth of it; the nearest is 20")]
    [InlineData(-5, 6, 4, "the nearest is 10")]
    [InlineData(163, 9, 2, "the nearest is 164")]
    public void A_depth_that_no_number_of_blocks_gives_is_refused_with_the_nearest(int depth, int period, int rest, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentException>(() => Stage.Blocks(depth, period, rest)).Message);

    [Fact]
    public void Other_classes_and_channels_are_built()
    {
        var table = Registry.Table("resnet-18", [1, 64, 64], classes: 7);
        Assert.Equal([7], table.Output);
    }

    [Fact]
    public void A_size_that_the_network_cannot_take_is_refused_with_the_least_that_works()
    {
        var refusal = Assert.Throws<ShapeException>(() => Registry.Table("inception-v3", [3, 32, 32]));
        Assert.Equal(75, refusal.LeastSize);
        Assert.Contains("75x75", refusal.Message);
    }

    public static IEnumerable<TheoryDataRow<string>> Pictures() => Registry.All
        .Where(architecture => architecture.Input.Length == 3).Select(architecture => new TheoryDataRow<string>(architecture.Id));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Every_network_takes_its_least_size_and_refuses_one_pixel_less_by_layer_input_and_least_size(string id)
    {
        var architecture = Registry.Find(id);
        using var net = architecture.Blueprint();
        var channels = architecture.Input[0];
        var least = LayerTable.LeastSize(net, channels)!.Value;
        Assert.InRange(least, 1, architecture.Input[1]);
        if (least == 1)
            return;
        var refusal = Assert.Throws<ShapeException>(() => LayerTable.For(net, [channels, least - 1, least - 1]));
        Assert.Equal(least, refusal.LeastSize);
        Assert.NotEmpty(refusal.Layer);
        Assert.Contains($"'{refusal.Layer}'", refusal.Message);
        Assert.Contains(string.Join('x', refusal.Input), refusal.Message);
        Assert.EndsWith($"The least size that works is {least}x{least}.", refusal.Message);
    }

    [Theory]
    [InlineData(3, 0, 32)]
    [InlineData(3, 32, -1)]
    [InlineData(0, 32, 32)]
    public void A_size_of_nothing_is_refused(long channels, long height, long width) =>
        Assert.Contains($"{channels}x{height}x{width}", Assert.Throws<ShapeException>(() => Registry.Table("resnet-18", [channels, height, width])).Message);

    [Theory]
    [InlineData("resnet-cifar-1202")]
    [InlineData("densenet-264")]
    public void The_deepest_networks_are_walked_in_milliseconds(string id)
    {
        var architecture = Registry.Find(id);
        using var net = architecture.Blueprint();
        LayerTable.For(net, architecture.Input);

        // The best of five: what else this machine does is not the walk's.
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            LayerTable.For(net, architecture.Input);
            return watch.ElapsedMilliseconds;
        });
        Assert.InRange(best, 0, 250);
    }
}
