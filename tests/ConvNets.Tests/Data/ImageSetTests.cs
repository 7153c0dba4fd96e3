using ConvNets.Data;

namespace Tests.Data;

public class ImageSetTests
{
    private static MemoryImages Set(params int[] labels)
    {
        var pixels = new byte[labels.Length];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)i;
        return new MemoryImages("tiny", pixels, 1, 1, 1, labels, ["a", "b", "c"]);
    }

    private static int[] Contents(ImageSet set) => [.. Enumerable.Range(0, set.Count).Select(i => (int)MathF.Round(set.Load(i)[0, 0, 0] * 255))];

    [Fact]
    public void Taking_some_keeps_the_proportions_of_the_classes()
    {
        var labels = Enumerable.Range(0, 200).Select(i => i < 100 ? 0 : i < 160 ? 1 : 2).ToArray();
        var taken = Set(labels).Take(20, seed: 4).CountPerClass();
        Assert.Equal([10, 6, 4], taken);
    }

    [Fact]
    public void Parts_of_a_split_share_no_picture_and_repeat_with_the_seed()
    {
        var set = Set([.. Enumerable.Range(0, 60).Select(i => i % 3)]);
        var parts = set.Split(seed: 9, 30, 15, 15);
        var all = parts.SelectMany(Contents).ToArray();
        Assert.Equal(60, all.Distinct().Count());
        Assert.Equal(Contents(parts[1]), Contents(set.Split(seed: 9, 30, 15, 15)[1]));
        Assert.NotEqual(Contents(parts[1]), Contents(set.Split(seed: 10, 30, 15, 15)[1]));
        Assert.Equal([10, 10, 10], parts[0].CountPerClass());
    }

    [Fact]
    public void A_resized_split_keeps_its_labels_and_changes_its_sides()
    {
        var split = Datasets.Embedded(20, 10).Resized(16);
        Assert.Equal((3, 16, 16), split.Train.Shape);
        Assert.Equal((3, 16, 16), split.Test.Shape);
        Assert.Equal(Datasets.Embedded(20, 10).Test.Labels, split.Test.Labels);
    }

    [Fact]
    public void Only_some_classes_are_relabelled_in_the_order_of_the_names()
    {
        var only = Set(0, 1, 2, 0, 1, 2).Only("c", "a");
        Assert.Equal(["c", "a"], only.Classes);
        Assert.Equal([1, 0, 1, 0], only.Labels);
        Assert.Equal([0, 2, 3, 5], Contents(only));
    }

    [Fact]
    public void A_subset_of_a_subset_points_at_the_right_pictures()
    {
        Assert.Equal([4, 2], Contents(Set(0, 1, 2, 0, 1, 2).Select([5, 4, 3, 2]).Select([1, 3])));
    }

    [Fact]
    public void At_most_so_many_of_every_class()
    {
        Assert.Equal([2, 2, 1], Set(0, 0, 0, 1, 1, 2).TakePerClass(2).CountPerClass());
    }

    [Fact]
    public void Wrong_requests_get_a_sentence()
    {
        var set = Set(0, 1, 2);
        Assert.Equal("tiny holds 3 pictures, so 4 cannot be taken.", Assert.Throws<DataException>(() => set.Take(4)).Message);
        Assert.Contains("parts of 2 + 2 = 4", Assert.Throws<DataException>(() => set.Split(1, 2, 2)).Message);
        Assert.Contains("no class 'dog'; its classes are a, b, c", Assert.Throws<DataException>(() => set.Only("dog")).Message);
        Assert.Contains("picture 1 has label 3", Assert.Throws<DataException>(() => Set(0, 3)).Message);
    }

    [Fact]
    public void Statistics_are_those_of_all_pixels()
    {
        var set = new MemoryImages("two", [0, 255, 51, 51, 0, 255, 51, 51], 2, 1, 2, [0, 0], ["a"]);
        var statistics = ChannelStatistics.Of(set);
        Assert.Equal(0.5f, statistics.Mean[0], 1e-6f);
        Assert.Equal(0.5f, statistics.Std[0], 1e-6f);
        Assert.Equal(0.2f, statistics.Mean[1], 1e-6f);
        Assert.Equal(0f, statistics.Std[1], 1e-6f);
    }
}
