using ConvNets.Architectures;
using ConvNets.Geometry;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Geometry;

public class LayerTableTests
{
    [Fact]
    public void A_chain_is_counted_layer_by_layer()
    {
        using var net = Sequential(("conv", Conv2d(3, 8, 5, stride: 2, padding: 2)), ("relu", ReLU()), ("pool", MaxPool2d(3, 2)), ("flat", Flatten()), ("fc", Linear(8 * 7 * 7, 10)));
        var table = LayerTable.For(net, [3, 32, 32]);
        Assert.Equal(["input", "conv", "relu", "pool", "flat", "fc"], table.Layers.Select(layer => layer.Name));
        Assert.Equal([8, 16, 16], table.Layers[1].Output);
        Assert.Equal(8 * 3 * 25 + 8, table.Layers[1].Parameters);
        Assert.Equal(8 * 3 * 25 * 16 * 16, table.Layers[1].Macs);
        Assert.Equal([8, 7, 7], table.Layers[3].Output);
        Assert.Equal((9, 4), (table.ReceptiveField, table.Jump));
        Assert.Equal(table.Parameters, net.parameters().Sum(parameter => parameter.numel()));
        Assert.Equal(4 * (3 * 32 * 32 + 2 * 8 * 16 * 16 + 2 * 8 * 7 * 7 + 10), table.ActivationBytes);
    }

    [Fact]
    public void Rectangular_kernels_keep_a_field_for_each_axis()
    {
        using var net = Conv2d(1, 1, (1, 7), padding: (0, 3));
        var row = LayerTable.For(net, [1, 9, 9]).Last;
        Assert.Equal((1, 7, 7), (row.Vertical.Size, row.Horizontal.Size, row.ReceptiveField));
    }

    [Fact]
    public void A_transposed_convolution_counts_its_inputs()
    {
        using var net = ConvTranspose2d(4, 6, 4, stride: 2, padding: 1);
        var row = LayerTable.For(net, [4, 5, 5]).Last;
        Assert.Equal([6, 10, 10], row.Output);
        Assert.Equal(4 * 6 * 16 * 25, row.Macs);
    }

    [Fact]
    public void An_input_that_does_not_fit_names_the_layer_its_input_and_the_least_size()
    {
        using var net = Sequential(("conv1", Conv2d(3, 4, 5)), ("pool1", MaxPool2d(2, 2)), ("conv2", Conv2d(4, 4, 5)));
        var refusal = Assert.Throws<ShapeException>(() => LayerTable.For(net, [3, 10, 10]));
        Assert.Equal("conv2", refusal.Layer);
        Assert.Equal([4, 3, 3], refusal.Input);
        Assert.Equal(14, refusal.LeastSize);
        Assert.Equal(["input", "conv1", "pool1"], refusal.Table!.Layers.Select(layer => layer.Name));
        Assert.Contains("'conv2'", refusal.Message);
        Assert.Contains("4x3x3", refusal.Message);
        Assert.Contains("14x14", refusal.Message);
    }

    [Fact]
    public void Wrong_channels_are_refused_by_the_layer_that_sees_them()
    {
        using var net = Sequential(("conv1", Conv2d(3, 4, 5)));
        var refusal = Assert.Throws<ShapeException>(() => LayerTable.For(net, [1, 32, 32]));
        Assert.Contains("built for 3 channels", refusal.Message);
    }

    private sealed class Opaque() : Module<Tensor, Tensor>(nameof(Opaque))
    {
        public override Tensor forward(Tensor x) => x.alias();
    }

    [Fact]
    public void A_module_that_the_walk_does_not_know_gets_one_clear_sentence()
    {
        using var net = Sequential(("odd", new Opaque()));
        var refusal = Assert.Throws<ShapeException>(() => LayerTable.For(net, [3, 8, 8]));
        Assert.Contains("'odd'", refusal.Message);
        Assert.Contains("ITraceable", refusal.Message);
    }

    [Fact] // section 2: the field against the gradient's footprint
    public void The_field_is_the_footprint_of_the_gradient()
    {
        using var net = Sequential(
            Conv2d(1, 2, 5, stride: 2, padding: 1), Conv2d(2, 2, 3, dilation: 2, padding: 2), AvgPool2d(2, 2), Conv2d(2, 1, 3));
        foreach (var (name, parameter) in net.named_parameters())
            init.constant_(parameter, 1);
        var table = LayerTable.For(net, [1, 64, 64]);
        using var x = zeros(1, 1, 64, 64).requires_grad_();
        using var y = net.call(x);
        y[0, 0, 3, 4].backward();
        using var touched = x.grad!.ne(0).nonzero();
        var (rows, columns) = (touched[.., 2].data<long>().ToArray(), touched[.., 3].data<long>().ToArray());
        var row = table.Last;
        Assert.Equal((row.Vertical.Left + 3 * row.Vertical.Jump, row.Vertical.Size), (rows.Min(), rows.Max() - rows.Min() + 1));
        Assert.Equal((row.Horizontal.Left + 4 * row.Horizontal.Jump, row.Horizontal.Size), (columns.Min(), columns.Max() - columns.Min() + 1));
    }

    [Fact]
    public void Layers_that_already_see_the_whole_picture_are_unproductive()
    {
        using var net = Sequential(("a", Conv2d(1, 1, 5, padding: 2)), ("b", Conv2d(1, 1, 5, padding: 2)), ("c", Conv2d(1, 1, 3, padding: 1)));
        Assert.Equal(["c"], LayerTable.For(net, [1, 8, 8]).Unproductive.Select(layer => layer.Name));
    }

    [Theory]
    [InlineData("alexnet-grouped", 8)]
    [InlineData("vgg-e", 19)]
    [InlineData("googlenet", 22)]
    [InlineData("resnet-152", 152)]
    [InlineData("resnet-cifar-110", 110)]
    [InlineData("densenet-121", 121)]
    public void The_depth_is_the_one_in_the_name(string id, int depth) => Assert.Equal(depth, Registry.Table(id).Depth);
}
