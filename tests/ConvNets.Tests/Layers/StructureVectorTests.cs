// The check vectors of sections 1.5, 2.2, 3.1, 7, 8, 10 and 11.1 of the course's list of techniques: sizes, fields and structure. Own arithmetic;
// the fields of section 2.2 are those of Araujo, Norris and Sim, 2019.
using ConvNets.Architectures;
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Insight;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Layers;

public class StructureVectorTests
{
    private static float[] Values(Tensor values) => values.contiguous().flatten().data<float>().ToArray();

    [Fact]
    public void Section_1_5_the_average_of_a_constant_is_the_constant_also_at_an_overhanging_edge()
    {
        using var x = full([1, 2, 8, 8], 3f);
        Assert.All(Values(AvgPool2d(3, 2, ceil_mode: true).call(x)), value => Assert.Equal(3f, value));
        Assert.All(Values(AdaptiveAvgPool2d(3).call(x)), value => Assert.Equal(3f, value));
    }

    [Fact]
    public void Section_1_5_the_pools_of_AlexNet() =>
        Assert.Equal([27, 13, 6], Registry.Table("alexnet-grouped").Layers.Where(layer => layer.Kind == "MaxPool2d").Select(layer => layer.Output[1]));

    [Theory]
    [InlineData("alexnet-owt", 195, null)]
    [InlineData("vgg-a", 150, 59)]
    [InlineData("vgg-d", 212, 90)]
    [InlineData("inception-v3", 1311, 618)]
    [InlineData("inception-v4", 2071, 998)]
    [InlineData("inception-resnet-v2-released", 3039, 1482)]
    [InlineData("resnet-50", 483, null)]
    [InlineData("resnet-50-tv", 427, null)]
    public void Section_2_2_published_receptive_fields(string id, double field, int? padding)
    {
        var table = Registry.Table(id);
        Assert.Equal((field, 32), (table.ReceptiveField, table.Jump));
        if (padding is { } expected)
            Assert.Equal(expected, table.Last.Vertical.Padding);
    }

    [Theory] // TensorFlow's form: the max pool has SAME padding, which puts the odd unit after
    [InlineData(new[] { 3, 4, 6, 3 }, 483, 239)]
    [InlineData(new[] { 3, 4, 23, 3 }, 1027, 511)]
    [InlineData(new[] { 3, 8, 36, 3 }, 1507, 751)]
    [InlineData(new[] { 3, 24, 36, 3 }, 1763, 879)]
    public void Section_2_2_residual_networks_with_SAME_padding(int[] blocks, double field, double padding)
    {
        List<Window> windows = [Window.Padded(7, 2, 3), Window.Same(112, 3, 2)];
        foreach (var (stage, count) in blocks.Index())
            for (var block = 0; block < count; block++)
                windows.AddRange(new Window(1, stage > 0 && block == 0 ? 2 : 1), Window.Padded(3, 1, 1), new Window(1));
        var end = Field.Of(windows);
        Assert.Equal((field, 32, padding), (end.Size, end.Jump, end.Padding));
    }

    [Fact]
    public void Section_2_2_BN_Inception_with_SAME_padding_sees_318_pixels_of_it()
    {
        var table = Registry.Table("bn-inception");
        var fields = new List<Field>();
        foreach (var layer in table.Layers.TakeWhile(layer => !layer.Global))
        {
            var before = layer.Inputs.Count == 0 ? Field.Pixel : layer.Inputs.Select(input => fields[input]).Aggregate(Field.Union);
            fields.Add(layer.Kernel is null ? before : before.Through(Window.Same(table.Layers[layer.Inputs[0]].Output[1], layer.Kernel[0], layer.Stride![0])));
        }
        Assert.Equal((699, 32, 318), (fields[^1].Size, fields[^1].Jump, fields[^1].Padding));
    }

    [Fact]
    public void Section_3_1_the_derivative_of_ReLU_at_zero_is_zero()
    {
        using var x = tensor(new float[] { -1, 0, 2 }).requires_grad_();
        functional.relu(x).sum().backward();
        Assert.Equal([0, 0, 1], Values(x.grad!));
    }

    [Theory]
    [InlineData(256, 2)]
    [InlineData(384, 6)]
    [InlineData(512, 10)]
    public void Section_7_the_class_map_of_a_dense_test(long scale, long side)
    {
        using var features = Vgg.Features(Vgg.TableD);
        var map = LayerTable.For(features, [3, scale, scale]).Output[1];
        Assert.Equal(side, new Window(7).Outputs(map));
    }

    [Fact]
    public void Section_8_the_modules_of_GoogLeNet_concatenate_to_the_paper_s_widths()
    {
        var table = Registry.Table("googlenet");
        long Width(string module) => table.Layers.Last(layer => layer.Name.StartsWith(module, StringComparison.Ordinal)).Output[0];
        Assert.Equal([256, 480, 512, 832, 1024], new[] { "inception3a", "inception3b", "inception4a", "inception4e", "inception5b" }.Select(Width));
    }

    [Theory]
    [InlineData(14, 4)]
    [InlineData(17, 5)]
    public void Section_8_the_pool_of_an_auxiliary_classifier(long grid, long pooled) => Assert.Equal(pooled, new Window(5, 3).Outputs(grid));

    [Theory]
    [InlineData(5, new long[] { 3, 3 }, new long[] { 3, 3 }, 0.72)]
    [InlineData(3, new long[] { 3, 1 }, new long[] { 1, 3 }, 0.66666667)]
    [InlineData(7, new long[] { 1, 7 }, new long[] { 7, 1 }, 0.28571429)]
    public void Section_8_1_what_a_factorisation_leaves(long kernel, long[] first, long[] second, double share)
    {
        double Macs(params long[] size) => LayerTable.For(Conv2d(64, 64, (size[0], size[1]), padding: (size[0] / 2, size[1] / 2), bias: false), [64, 17, 17]).Macs;
        Assert.Equal(share, (Macs(first) + Macs(second)) / Macs(kernel, kernel), 1e-8);
    }

    [Fact]
    public void Section_8_1_a_stem_of_7x7_costs_twice_three_3x3() => Assert.Equal(0.551, 3 * 9 / 49.0, 1e-3);

    [Fact]
    public void Section_8_2_pooling_after_the_convolution_costs_four_times_pooling_before()
    {
        const long k = 320;
        double After(long d) => LayerTable.For(Sequential(Conv2d(k, 2 * k, 1, bias: false), MaxPool2d(2, 2)), [k, d, d]).Macs;
        double Before(long d) => LayerTable.For(Sequential(MaxPool2d(2, 2), Conv2d(k, 2 * k, 1, bias: false)), [k, d, d]).Macs;
        Assert.Equal(250_880_000, After(35));
        Assert.Equal(62_720_000, After(35) / 4);
        Assert.Equal(4, After(34) / Before(34));
        using var reduction = new FilterConcat([("conv", Conv2d(k, k, 3, stride: 2))], [("pool", MaxPool2d(3, 2))]);
        Assert.Equal([640, 17, 17], LayerTable.For(reduction, [k, 35, 35]).Output);
    }

    [Theory]
    [InlineData(16, 4)]
    [InlineData(28, 10)]
    [InlineData(40, 2)]
    public void Section_10_2_a_wide_network_has_6n_plus_4_convolutions_projections_among_them(int depth, int widening)
    {
        var table = Registry.Table($"wrn-{depth}-{widening}");
        Assert.Equal(depth, table.Layers.Count(layer => layer.Kind == "Conv2d"));
        Assert.Equal([16 * widening, 32 * widening, 64 * widening],
            new[] { "layer1", "layer2", "layer3" }.Select(stage => (int)table.Layers.Last(layer => layer.Name.StartsWith(stage, StringComparison.Ordinal)).Output[0]));
    }

    [Fact]
    public void Section_10_4_paths_of_a_network_of_which_blocks_are_deleted()
    {
        static double Paths(int blocks) => Math.Pow(2, blocks);
        Assert.Equal(Math.Pow(2, -10), Paths(54 - 10) / Paths(54), 1e-15);
        Assert.Equal(11.5, Enumerable.Range(0, 24).Sum(length => length * ResidualPaths.PathShare(23, length, length)), 1e-9);
    }

    [Fact]
    public void Section_10_7_a_dense_block_of_five_layers_has_fifteen_links()
    {
        using var block = Sequential();
        for (var i = 0; i < 5; i++)
            block.append(new DenseLayer(4 + 3 * i, 3, bottleneck: false));
        var table = LayerTable.For(block, [4, 6, 6]);
        var groups = table.Layers.Where(layer => layer.Kind == "BatchNorm2d").Sum(layer => 1 + (layer.Output[0] - 4) / 3);
        Assert.Equal(15, groups);
        Assert.Equal(4 + 5 * 3, table.Output[0]);
    }

    [Fact]
    public void Section_10_10_the_residual_inception_unit_keeps_its_shape_and_joins_three_paths()
    {
        using var unit = new ResidualInceptionUnit(64, w: 32, b: 16, c1: 8, c2: 16);
        var table = LayerTable.For(unit, [64, 32, 32]);
        Assert.Equal([64, 32, 32], table.Output);
        Assert.Equal(16 + 16 + 32, table.Layers.Single(layer => layer.Kind == "Concat").Output[0]);
        Assert.Equal(1 + 2 + 2, table.ReceptiveField);
    }

    [Fact]
    public void Section_11_1_the_transposed_filters_are_the_adjoint()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var conv = Conv2d(3, 4, 3, stride: 2, padding: 1, bias: false);
        var (x, y) = (rand(1, 3, 8, 8), rand(1, 4, 4, 4));
        Assert.Equal((conv.call(x) * y).sum().ToDouble(), (x * Deconvnet.Transposed(conv, y, x.shape)).sum().ToDouble(), 1e-3);
    }

    [Fact]
    public void Section_11_1_of_equal_values_the_first_is_the_switch_and_overlapping_pools_write_it_once()
    {
        using var x = tensor(new float[] { 5, 5, 1, 9, 2, 0 }, [1, 1, 1, 6]);
        var (values, switches) = MaxPool2d((1, 2), (1, 2)).forward_with_indices(x);
        Assert.Equal([0, 3, 4], switches.flatten().data<long>().ToArray());
        Assert.Equal([5, 9, 2], Values(values));
        using var overlapping = tensor(new float[] { 1, 2, 9, 3, 4 }, [1, 1, 1, 5]);
        var (maxima, places) = MaxPool2d((1, 3), (1, 2)).forward_with_indices(overlapping);
        Assert.Equal([0, 0, 9, 0, 0], Values(Deconvnet.Unpool(maxima, places, overlapping.shape)));
    }
}
