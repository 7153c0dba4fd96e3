using System.Diagnostics;
using ConvNets.Architectures;
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

    [Theory]
    [InlineData("resnet-cifar-1202")]
    [InlineData("densenet-264")]
    public void The_deepest_networks_are_walked_in_milliseconds(string id)
    {
        var architecture = Registry.Find(id);
        using var net = architecture.Blueprint();
        LayerTable.For(net, architecture.Input);
        var watch = Stopwatch.StartNew();
        LayerTable.For(net, architecture.Input);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 250);
    }
}
