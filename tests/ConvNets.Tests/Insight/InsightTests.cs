// The check vectors of sections 3.5, 7 and 10 to 14 of the course's list of techniques; own arithmetic.
using ConvNets.Architectures;
using ConvNets.Blocks;
using ConvNets.Data;
using ConvNets.Insight;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Insight;

public class InsightTests
{
    private static Tensor Map(float[] values, params long[] shape) => tensor(values, shape);

    private static float[] Values(Tensor values) => values.contiguous().flatten().data<float>().ToArray();

    [Fact]
    public void Section_3_5_the_mean_of_softmaxes_is_not_the_softmax_of_the_mean()
    {
        using var logits = Map([3, 0, -1, 1], 2, 2);
        var mean = Values(Crops.MeanOfSoftmax([functional.softmax(logits[0], 0), functional.softmax(logits[1], 0)]));
        Assert.Equal(0.53588852, mean[0], 1e-6);
        Assert.Equal(0.46411148, mean[1], 1e-6);
        Assert.Equal(0.62245933, Values(functional.softmax(logits.mean([0]), 0))[0], 1e-6);
    }

    [Fact]
    public void Section_7_a_dense_classifier_agrees_with_every_crop()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var net = LeNet.Small();
        net.eval();
        var picture = rand(1, 3, 44, 40);
        var map = DenseEvaluation.ScoreMap(net, picture);
        Assert.Equal([1, 10, 4, 3], map.shape);
        for (var row = 0; row < 4; row++)
            for (var column = 0; column < 3; column++)
            {
                var crop = net.call(picture.narrow(2, 4 * row, 32).narrow(3, 4 * column, 32));
                Assert.True(map.select(3, column).select(2, row).allclose(crop, 1e-4, 1e-5));
            }
    }

    [Fact]
    public void Section_10_4_lengths_of_the_paths_of_54_blocks()
    {
        Assert.Equal(0.98016567, ResidualPaths.PathShare(54, 19, 35), 1e-8);
        Assert.Equal(0.00453667, ResidualPaths.PathShare(54, 5, 17), 1e-8);
        Assert.Equal(1, ResidualPaths.PathShare(20, 0, 20), 1e-12);
    }

    [Fact]
    public void Section_10_4_a_lesion_leaves_the_shortcut_and_is_healed()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var net = new CifarResNet(14);
        net.eval();
        var x = rand(1, 3, 16, 16);
        Assert.Equal(6, ResidualPaths.Blocks(net).Count);
        Assert.Equal("layer1.0", ResidualPaths.Blocks(net)[0].Name);
        var whole = Values(net.call(x));
        var cut = ResidualPaths.WithoutBlocks(net, [1, 2], () => Values(net.call(x)));
        Assert.NotEqual(whole, cut);
        Assert.Equal(whole, Values(net.call(x)));
    }

    [Fact]
    public void Blocks_of_a_stage_are_reordered_but_not_the_one_that_changes_shape()
    {
        using var _ = no_grad();
        using var stage = Sequential(new BasicBlock(4, 8, 2), new BasicBlock(8, 8), new BasicBlock(8, 8));
        stage.eval();
        using var x = rand(1, 4, 8, 8);
        var swapped = ResidualPaths.Reordered(stage, [0, 2, 1]);
        Assert.Equal([1, 8, 4, 4], swapped.call(x).shape);
        Assert.Contains("changes the shape", Assert.Throws<ArgumentException>(() => ResidualPaths.Reordered(stage, [1, 0, 2])).Message);
        Assert.Equal(1, ResidualPaths.KendallTau([0, 1, 2]));
        Assert.Equal(-1, ResidualPaths.KendallTau([2, 1, 0]));
    }

    [Fact]
    public void Blocks_change_places_while_something_is_measured_and_return()
    {
        using var _ = no_grad();
        using var net = new CifarResNet(20);
        net.eval();
        var stage = net.Stages[1];
        using var x = rand(1, 16, 8, 8);
        var before = Values(stage.call(x));
        var reordered = Values(ResidualPaths.Reordered(stage, [0, 2, 1]).call(x));
        Assert.NotEqual(before, reordered);
        Assert.Equal(reordered, ResidualPaths.WithOrder(stage, [0, 2, 1], () => Values(stage.call(x))));
        Assert.Equal(before, Values(stage.call(x)));
    }

    [Fact]
    public void Section_10_5_the_last_block_estimates_its_stage_without_error()
    {
        using var stage = Sequential(new PreActBlock(4, 4), new PreActBlock(4, 4), new PreActBlock(4, 4));
        using var x = randn(2, 4, 6, 6);
        var errors = StageEstimation.Of(stage, x);
        Assert.Equal(3, errors.Count);
        Assert.Equal((0, 0), (errors[2].Mean, errors[2].StandardDeviation));
        Assert.True(errors[0].StandardDeviation > 0);
    }

    [Fact]
    public void Section_11_1_unpooling_with_switches()
    {
        using var x = Map([1, 3, 2, 1, 4, 2, 0, 5, 7, 0, 1, 2, 3, 8, 6, 4], 1, 1, 4, 4);
        var (values, switches) = MaxPool2d(2, 2).forward_with_indices(x);
        Assert.Equal([4, 5, 8, 6], Values(values));
        Assert.Equal([4, 7, 13, 14], switches.flatten().data<long>().ToArray());
        Assert.Equal([0, 0, 0, 0, 4, 0, 0, 5, 0, 0, 0, 0, 0, 8, 6, 0], Values(Deconvnet.Unpool(values, switches, x.shape)));
    }

    [Fact]
    public void Section_11_1_filters_are_transposed_without_a_second_flip()
    {
        using var conv = Conv2d(1, 1, 2, bias: false);
        using var _ = no_grad();
        conv.weight.copy_(Map([1, 2, 3, 4], 1, 1, 2, 2));
        using var signal = Map([1, 0, 0, 2], 1, 1, 2, 2);
        Assert.Equal([1, 2, 0, 3, 6, 4, 0, 6, 8], Values(Deconvnet.Transposed(conv, signal, [1, 1, 3, 3])));
    }

    [Fact]
    public void Section_11_1_a_deconvnet_returns_to_the_size_of_the_picture()
    {
        using var net = ZfNet.A();
        using var picture = rand(1, 3, 96, 96);
        using var signal = Deconvnet.Project(net.Features, picture, "conv3", channel: 5);
        Assert.Equal(picture.shape, signal.shape);
        Assert.Contains("no layer 'conv9'", Assert.Throws<ArgumentException>(() => Deconvnet.Project(net.Features, picture, "conv9", 0)).Message);
    }

    [Theory]
    [InlineData(ReluRule.Gradient, new float[] { -2, 0, -1, 6, 0, 0, 0, -1, 3 })]
    [InlineData(ReluRule.Deconvnet, new float[] { 0, 3, 0, 6, 0, 1, 2, 0, 3 })]
    [InlineData(ReluRule.Guided, new float[] { 0, 0, 0, 6, 0, 0, 0, 0, 3 })]
    public void Section_11_2_three_ways_back_through_a_ReLU(ReluRule rule, float[] expected)
    {
        using var f = Map([1, -1, 5, 2, -5, -7, -3, 2, 4], 3, 3);
        using var signal = Map([-2, 3, -1, 6, -3, 1, 2, -1, 3], 3, 3);
        Assert.Equal(expected, Values(rule.Back(f, signal)).Select(value => value + 0f));
    }

    [Fact]
    public void Section_11_2_the_gradient_rule_is_the_gradient_of_a_whole_network()
    {
        using var net = new CifarResNet(8);
        net.eval();
        using var x = rand(2, 3, 16, 16);
        using var signal = Backtrace.Of(net, x, Backtrace.Logit(3), ReluRule.Gradient);
        using var leaf = x.clone().requires_grad_();
        net.call(leaf).select(1, 3).sum().backward();
        Assert.True(signal.allclose(leaf.grad!, 1e-4, 1e-6));
        using var saliency = Backtrace.Saliency(net, x, 3);
        Assert.Equal([2, 16, 16], saliency.shape);
        using var guided = Backtrace.Of(net, x, Backtrace.Logit(3), ReluRule.Guided);
        Assert.False(guided.allclose(signal));
    }

    [Fact]
    public void Grad_cam_lies_on_the_grid_of_its_layer_and_is_never_negative()
    {
        using var net = new CifarResNet(8);
        using var picture = rand(2, 3, 16, 16);
        using var cam = GradCam.Of(net, picture, "layer3", 1);
        Assert.Equal([2, 4, 4], cam.shape);
        Assert.True(Values(cam).All(value => value >= 0));
        Assert.Contains("no layer 'layer9'", Assert.Throws<ArgumentException>(() => GradCam.Of(net, picture, "layer9", 1)).Message);
    }

    [Fact]
    public void Section_11_3_the_occlusion_map_has_one_value_for_each_position()
    {
        using var net = LeNet.Small(inChannels: 1);
        using var picture = rand(1, 1, 32, 32);
        var map = Occlusion.Of(net, picture, label: 2, size: 8, stride: 6, map: ("features.conv2", 3));
        Assert.Equal((5, 5), (map.Probability.GetLength(0), map.Probability.GetLength(1)));
        Assert.Equal(18, new ConvNets.Geometry.Window(50, 10).Outputs(224));
        Assert.NotNull(map.Activation);
    }

    [Fact]
    public void Activation_maximisation_raises_its_score()
    {
        manual_seed(3);
        using var net = LeNet.Small(inChannels: 1);
        var (picture, scores) = ActivationMaximisation.Of(net, [1, 32, 32], Backtrace.Logit(4), steps: 12);
        Assert.Equal([1, 1, 32, 32], picture.shape);
        Assert.True(scores[^1] > scores[0]);
    }

    [Fact]
    public void Section_12_frozen_layers_keep_every_bit_and_the_others_learn()
    {
        using var a = LeNet.Small();
        using var b = LeNet.Small();
        TransferProtocol.Copy(a, b, 2, freeze: true);
        var frozen = Values(b.get_parameter("features.conv2.weight")!);
        Assert.Equal(Values(a.get_parameter("features.conv2.weight")!), frozen);
        var optimizer = optim.SGD(TransferProtocol.Learning(b), 0.1, weight_decay: 0.1);
        functional.cross_entropy(b.call(rand(4, 3, 32, 32)), tensor(new long[] { 0, 1, 2, 3 })).backward();
        var before = Values(b.get_parameter("classifier.fc3.weight")!);
        optimizer.step();
        Assert.Equal(frozen, Values(b.get_parameter("features.conv2.weight")!));
        Assert.NotEqual(before, Values(b.get_parameter("classifier.fc3.weight")!));
        Assert.Equal(["features.conv1", "features.conv2", "classifier.fc3", "classifier.fc4", "classifier.fc5"], TransferProtocol.WeightLayers(b).Select(layer => layer.Name));
    }

    [Fact]
    public void Section_13_1_offset_pooling_interleaves()
    {
        // The one-dimensional example of the paper's figure 3, laid along the width; the other axis has pool 1.
        using var m = Map([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4], 1, 1, 1, 20);
        using var classifier = Conv2d(1, 1, (1, 5), bias: false);
        using var _ = no_grad();
        classifier.weight.copy_(Map([1, 2, 3, 4, 5], 1, 1, 1, 5));
        var square = m.expand(1, 1, 5, 20).contiguous();
        var maps = OffsetPooling.Of(square, 3, pooled => classifier.call(pooled));
        Assert.Equal([117, 121, 119, 96, 124, 122], Values(maps[0, 0, 0]));
        Assert.Equal([124], Values(OffsetPooling.SpatialMax(maps)));
    }

    [Fact]
    public void Section_13_1_offset_pooling_equals_cropping_every_window()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var features = rand(1, 4, 11, 11);
        var classifier = Conv2d(4, 3, 3);
        var maps = OffsetPooling.Of(features, 3, pooled => classifier.call(pooled));
        Assert.Equal([1, 3, 3, 3], maps.shape);
        for (var y = 0; y < 3; y++)
            for (var x = 0; x < 3; x++)
                Assert.True(maps.select(3, x).select(2, y).allclose(
                    classifier.call(functional.max_pool2d(features.narrow(2, y, 9).narrow(3, x, 9), 3, 3)).flatten(1), 1e-4, 1e-6));
    }

    [Fact]
    public void Section_13_2_matching_and_merging_boxes()
    {
        var (a, b) = (new Box(0, 0, 10, 10), new Box(2, 2, 12, 12));
        Assert.Equal(2.82842712, BoxMerging.CentreDistance(a, b), 1e-7);
        Assert.Equal(0.47058824, a.Iou(b), 1e-6);
        Assert.Equal(new Box(1, 1, 11, 11), BoxMerging.Mean(a, b));
        Assert.True(BoxMerging.MatchScore(a, a) < BoxMerging.MatchScore(a, b));
        var merged = BoxMerging.Merge([new(a, 1, 0.5), new(new(50, 50, 60, 60), 1, 0.7), new(b, 1, 0.4), new(b, 2, 0.1)], threshold: 1);
        Assert.Equal(3, merged.Count);
        Assert.Equal(new Box(1, 1, 11, 11), merged[0].Box);
        Assert.Equal(0.9, merged[0].Score, 1e-12);
    }

    [Fact]
    public void Section_13_3_the_most_offending_negatives_come_first() =>
        Assert.Equal([3, 0], NegativeMining.MostOffending([0.5, 0.9, 0.1, 0.8], [true, false, true, true], 2));

    [Fact]
    public void Section_14_average_precision_in_three_forms()
    {
        bool[] ranking = [true, false, true, true, false, true];
        Assert.Equal(0.66666667, AveragePrecision.Voc07(ranking, 5), 1e-8);
        Assert.Equal(0.63333333, AveragePrecision.Area(ranking, 5), 1e-8);
        Assert.Equal(0.61666667, AveragePrecision.Plain(ranking, 5), 1e-8);
    }
}
