using ConvNets.Architectures;
using ConvNets.Geometry;

namespace ConvNets.Tests.Architectures;

public class FiguresTests
{
    public static IEnumerable<TheoryDataRow<int>> Rows() => Enumerable.Range(0, Facts.Figures.Count)
        .Select(row => new TheoryDataRow<int>(row) { TestDisplayName = $"{Facts.Figures[row].Id} for {Facts.Figures[row].Classes} classes has its published figures" });

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_network_has_its_published_figures(int row)
    {
        var figure = Facts.Figures[row];
        var table = Tables.For(figure.Id, figure.Classes, figure.Auxiliary);
        if (figure.Parameters is { } parameters)
            Assert.Equal(parameters, table.Parameters);
        if (figure.Macs is { } macs)
            Assert.Equal(macs, table.Macs);
        if (figure.ReceptiveField is { } field)
            Assert.Equal((field, figure.Jump), (table.ReceptiveField, table.Jump));
        if (figure.Padding is { } padding)
            Assert.Equal(padding, table.Last.Vertical.Padding);
        Assert.Equal(figure.Classes, table.Output[^1]);

        var next = 0;
        foreach (var stage in figure.Stages)
        {
            while (next < table.Layers.Count && !Matches(table.Layers[next], stage))
                next++;
            Assert.True(next < table.Layers.Count, $"{figure.Id}: no layer has the stage {string.Join(' ', stage)} at its place.");
        }
    }

    // A stage is channels, height, width, and with a map larger than one position its receptive field and jump.
    private static bool Matches(Layer layer, double[] stage)
    {
        var shape = layer.Output.Length == 1 ? [layer.Output[0], 1, 1] : layer.Output;
        return shape.Select(n => (double)n).SequenceEqual(stage[..3])
            && (stage.Length == 3 || (layer.ReceptiveField, layer.Jump) == (stage[3], stage[4]));
    }

    public static IEnumerable<TheoryDataRow<string>> Ids() => Facts.Counts.Keys.Select(id => new TheoryDataRow<string>(id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_network_agrees_with_the_second_count(string id)
    {
        var count = Facts.Counts[id];
        var table = Tables.For(id);
        Assert.Equal((count.Parameters, count.Macs), (table.Parameters, table.Macs));
        if (count.ReceptiveField is { } field)
            Assert.Equal((field, count.Jump, count.Padding), (table.ReceptiveField, table.Jump, table.Last.Vertical.Padding));
    }

    [Fact]
    public void Every_network_of_the_registry_is_counted_twice_or_has_published_figures() =>
        Assert.Empty(Registry.All.Select(architecture => architecture.Id)
            .Except(Facts.Counts.Keys).Except(Facts.Figures.Where(figure => figure.Parameters is not null).Select(figure => figure.Id))
            .Except(["lenet-small", "vgg-b-bn", "vgg-c-bn", "bn-inception-baseline", "bn-inception-x5", "bn-inception-x30", "bn-inception-x5-sigmoid"]));
}
