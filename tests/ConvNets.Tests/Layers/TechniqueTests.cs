// The check vectors of sections 1, 3 to 6 and 8 to 10 of the course's list of techniques; own arithmetic unless said otherwise.
using ConvNets.Architectures;
using ConvNets.Blocks;
using ConvNets.Geometry;
using ConvNets.Layers;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Layers;

public class TechniqueTests
{
    private static Tensor Map(float[] values, params long[] shape) => tensor(values, shape);

    private static void Near(double[] expected, Tensor actual, double tolerance = 1e-6)
    {
        var values = actual.flatten().data<float>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        foreach (var (wanted, value) in expected.Zip(values))
            Assert.Equal(wanted, value, tolerance);
    }

    [Theory]
    [InlineData(3, 2, new double[] { 9, 9, 6 })]
    [InlineData(2, 2, new double[] { 2, 9, 5 })]
    [InlineData(3, 3, new double[] { 9, 5 })]
    public void Section_1_5_overlapping_and_disjoint_pools(long z, long s, double[] expected) =>
        Near(expected, functional.max_pool2d(Map([1, 2, 9, 3, 4, 5, 6], 1, 1, 1, 7), [1, z], [1, s]));

    [Fact]
    public void Section_1_5_a_strided_convolution_with_a_centre_one_kernel_subsamples()
    {
        using var conv = Conv2d(1, 1, 3, stride: 2, padding: 1, bias: false);
        using var _ = no_grad();
        conv.weight.fill_(0);
        conv.weight[0, 0, 1, 1] = tensor(1f);
        Near([1, 3, 9, 11], conv.call(arange(1, 17, ScalarType.Float32).reshape(1, 1, 4, 4)));
    }

    [Fact]
    public void Section_3_2_response_normalisation_of_the_paper_does_not_divide_alpha()
    {
        using var a = Map([1, 2, 3, 4, 5, 6], 1, 6, 1, 1);
        Near([0.59429158, 1.18787101, 1.78014039, 2.37041856, 2.96346574, 3.55735442], new ResponseNormalisation().call(a));
        Near([0.125, 0.14865089, 0.14461559, 0.13465396, 0.17402354, 0.22642842], new ResponseNormalisation(alpha: 1).call(a));
        Near([0.59454113, 1.18893961, 1.7830752, 2.37681006, 2.97110163, 3.56556243], LocalResponseNorm(5, 1e-4, 0.75, 2).call(a));
        Near([0.30836784, 0.42044821, 0.43819129, 0.42294851, 0.54512247, 0.7042702], LocalResponseNorm(5, 1, 0.75, 2).call(a));
        Near([0.99979005, 1.99910047, 2.99752738, 3.99460849, 4.99355969, 5.99307933], LocalResponseNorm(5, 1e-4, 0.75, 1).call(a));
    }

    [Fact]
    public void Section_3_3_a_group_sees_only_its_half()
    {
        using var conv2 = Conv2d(96, 256, 5, padding: 2, groups: 2, bias: false);
        Assert.Equal(307_200, conv2.weight.numel());
        using var _ = no_grad();
        using var x = rand(1, 96, 7, 7);
        using var before = conv2.call(x).narrow(1, 0, 128).clone();
        x.narrow(1, 48, 48).fill_(0);
        Assert.Equal(before.flatten().data<float>().ToArray(), conv2.call(x).narrow(1, 0, 128).contiguous().flatten().data<float>().ToArray());
    }

    [Fact]
    public void Section_3_6_original_and_inverted_dropout()
    {
        using var x = full(1000, 4f);
        using var original = new OriginalDropout(0.5);
        using var inverted = Dropout(0.5);
        Assert.Equal([0f, 4f], original.call(x).data<float>().ToArray().Distinct().Order());
        Assert.Equal([0f, 8f], inverted.call(x).data<float>().ToArray().Distinct().Order());
        original.eval();
        inverted.eval();
        Assert.Equal([2f], original.call(x).data<float>().ToArray().Distinct());
        Assert.Equal([4f], inverted.call(x).data<float>().ToArray().Distinct());
    }

    [Fact]
    public void Section_4_widths_of_the_initialisations()
    {
        using var weight = zeros(128, 64, 3, 3);
        Assert.Equal(0.05892557, Math.Sqrt(2.0 / Initialise.FanIn(weight)), 1e-8);
        Assert.Equal(0.04166667, Math.Sqrt(2.0 / Initialise.FanOut(weight)), 1e-8);
        Assert.Equal(0.03402069, Math.Sqrt(2.0 / (Initialise.FanIn(weight) + Initialise.FanOut(weight))), 1e-8);
        Assert.Equal(0.05892557, Initialise.GlorotBound(weight), 1e-8);
    }

    [Fact]
    public void Section_4_published_initialisations_have_their_widths_and_biases()
    {
        manual_seed(1);
        using var conv = Conv2d(64, 128, 3);
        Initialise.HeFanIn(conv);
        Assert.Equal(0.05892557, conv.weight.std().ToDouble(), 1e-3);
        Assert.Equal(0, conv.bias!.abs().sum().ToDouble());
        Initialise.Glorot(conv);
        Assert.InRange(conv.weight.abs().max().ToDouble(), 0.058, 0.05892557);
        Initialise.TruncatedGaussian(conv, 0.1);
        Assert.InRange(conv.weight.abs().max().ToDouble(), 0.19, 0.2);
    }

    [Fact]
    public void Section_5_maxout_takes_the_largest_piece_and_sends_the_gradient_there()
    {
        using var layer = Linear(2, 3);
        using (no_grad())
        {
            layer.weight.copy_(Map([1, -1, 0.5f, 0.25f, -1, 1], 3, 2));
            layer.bias!.copy_(Map([0.5f, -1, 0], 3));
        }
        using var h = new Maxout(3).call(layer.call(Map([1, 2], 1, 2)));
        Near([1], h);
        h.sum().backward();
        Near([0, 0, 1], layer.bias!.grad!);
        using var absolute = Linear(1, 2, hasBias: false);
        using (no_grad())
            absolute.weight.copy_(Map([1, -1], 2, 1));
        Near([3, 2], new Maxout(2).call(absolute.call(Map([-3, 2], 2, 1))));
    }

    [Fact]
    public void Section_5_untied_biases_count_every_location()
    {
        using var untied = MaxoutNet.MnistConv(untied: true);
        Assert.Equal(471_994, LayerTable.For(untied, [1, 28, 28]).Parameters);
    }

    [Fact]
    public void Section_6_a_1x1_convolution_is_the_same_linear_map_at_every_pixel()
    {
        using var conv = Conv2d(4, 3, 1);
        using var x = rand(1, 4, 2, 2);
        using var permuted = x.flatten(2).index_select(2, tensor(new long[] { 2, 0, 3, 1 })).reshape(1, 4, 2, 2);
        using var outputs = conv.call(x).flatten(2).index_select(2, tensor(new long[] { 2, 0, 3, 1 }));
        Assert.True(conv.call(permuted).flatten(2).allclose(outputs));
        Near([3], AdaptiveAvgPool2d(1).call(Map([1, 2, 3, 6], 1, 1, 2, 2)));
    }

    [Fact]
    public void Section_8_a_1x1_reduction_makes_a_5x5_ten_times_cheaper()
    {
        using var direct = Conv2d(192, 32, 5, padding: 2);
        using var reduced = Sequential(Conv2d(192, 16, 1), Conv2d(16, 32, 5, padding: 2));
        Assert.Equal(120_422_400, LayerTable.For(direct, [192, 28, 28]).Macs);
        Assert.Equal(12_443_648, LayerTable.For(reduced, [192, 28, 28]).Macs);
    }

    [Fact]
    public void Section_8_1_factorised_convolutions_save_weights()
    {
        static long Weights(Module module) => module.parameters().Sum(parameter => parameter.numel());
        Assert.Equal((102_400, 73_728), (Weights(Conv2d(64, 64, 5, bias: false)), 2 * Weights(Conv2d(64, 64, 3, bias: false))));
        Assert.Equal((36_864, 24_576), (Weights(Conv2d(64, 64, 3, bias: false)), Weights(Conv2d(64, 64, (3, 1), bias: false)) + Weights(Conv2d(64, 64, (1, 3), bias: false))));
    }

    [Fact]
    public void Section_8_2_the_grid_reduction_of_inception_v3_has_768_channels()
    {
        using var reduction = InceptionV3Modules.ReductionA(288);
        Assert.Equal([768, 17, 17], LayerTable.For(reduction, [288, 35, 35]).Output);
    }

    [Fact]
    public void Section_8_3_label_smoothing()
    {
        using var logits = Map([1, 2, 3], 1, 3);
        using var label = tensor(new long[] { 2 });
        Assert.Equal(0.40760596, LabelSmoothing.Loss(logits, label, 0).ToDouble(), 1e-6);
        Assert.Equal(0.50760596, LabelSmoothing.Loss(logits, label, 0.1).ToDouble(), 1e-6);
        Assert.Equal(0.70760596, LabelSmoothing.Loss(logits, label, 0.3).ToDouble(), 1e-6);
        Assert.Equal(0.9001, LabelSmoothing.Target(1000).Label, 1e-12);
        Assert.Equal(1.01484800, LabelSmoothing.Minimum(1000), 1e-8);
    }

    [Fact]
    public void Section_9_batch_norm_normalises_biased_and_stores_unbiased()
    {
        using var norm = BatchNorm1d(1);
        using var x = Map([1, 2, 3, 4], 4, 1).requires_grad_();
        using var y = norm.call(x);
        Near([-1.34163542, -0.44721181, 0.44721181, 1.34163542], y);
        Near([0.25], norm.running_mean!);
        Near([1.06666667], norm.running_var!);
        y.backward([Map([1, 0, 0, 0], 4, 1)]);
        Near([0.2683303, -0.35776837, -0.08944343, 0.1788815], x.grad!, 1e-5);
        Near([-1.34163542], norm.weight.grad!);
        Near([1], norm.bias!.grad!);
    }

    [Fact]
    public void Section_10_shortcut_A_subsamples_and_appends_zeros()
    {
        using var x = arange(1, 17, ScalarType.Float32).reshape(1, 1, 4, 4);
        Near([1, 3, 9, 11, 0, 0, 0, 0], new ZeroPadShortcut(1, 2, 2).call(x));
        Near([3.5, 5.5, 11.5, 13.5, 0, 0, 0, 0], new ZeroPadShortcut(1, 2, 2, average: true).call(x));
    }

    [Theory]
    [InlineData(ShortcutOption.A, 11_515_688)]
    [InlineData(ShortcutOption.B, 11_689_512)]
    [InlineData(ShortcutOption.C, 12_043_816)]
    [InlineData(ShortcutOption.Plain, 11_515_688)]
    public void Section_10_shortcut_options_of_resnet_18(ShortcutOption option, long parameters)
    {
        using var net = new ResNet([2, 2, 2, 2], bottleneck: false, option);
        Assert.Equal(parameters, LayerTable.For(net, [3, 64, 64]).Parameters);
    }

    [Fact]
    public void Section_10_1_without_residuals_a_preactivation_unit_is_the_identity_also_for_negative_inputs()
    {
        using var unit = new PreActBlock(3, 3);
        using var original = new BasicBlock(3, 3);
        using var _ = no_grad();
        foreach (var (name, parameter) in unit.named_parameters().Concat(original.named_parameters()))
            if (name.StartsWith("conv2", StringComparison.Ordinal) || name.StartsWith("bn2", StringComparison.Ordinal))
                parameter.fill_(0);
        using var x = randn(2, 3, 4, 4);
        Assert.True(unit.call(x).allclose(x));
        Assert.False(original.call(x).allclose(x));
    }

    [Fact]
    public void Section_10_3_survival_decays_linearly_with_depth()
    {
        Assert.Equal(0.99074074, StochasticDepthBlock.LinearDecay(1, 54, 0.5), 1e-8);
        Assert.Equal(0.75, StochasticDepthBlock.LinearDecay(27, 54, 0.5), 1e-12);
        Assert.Equal(0.5, StochasticDepthBlock.LinearDecay(54, 54, 0.5), 1e-12);
        var survivals = Enumerable.Range(1, 54).Select(block => StochasticDepthBlock.LinearDecay(block, 54, 0.5)).ToArray();
        Assert.Equal(40.25, survivals.Sum(), 1e-9);
        Assert.Equal(9.12422840, survivals.Sum(p => p * (1 - p)), 1e-8);
        using var net = new StochasticDepthNet(20);
        Assert.Equal((3 * 9 - 1) / 4.0, net.ExpectedBlocks, 1e-9);
    }

    [Fact]
    public void Section_10_3_a_dropped_block_passes_its_shortcut_through_the_ReLU_and_use_scales_the_residual()
    {
        using var _ = no_grad();
        using var x = rand(1, 4, 5, 5);
        using var dead = new StochasticDepthBlock(4, 4, 1, survival: 0);
        Assert.True(dead.call(x).allclose(x));
        using var block = new StochasticDepthBlock(4, 4, 1, survival: 0.75);
        block.eval();
        using var expected = functional.relu(block.Residual(x) * 0.75 + x);
        Assert.True(block.call(x).allclose(expected));
    }

    [Fact]
    public void Section_10_6_highway_gates()
    {
        using var bias = Map([-1, -2, -3, -4], 4);
        Near([0.268941, 0.119203, 0.047426, 0.017986], bias.sigmoid());
        using var layer = HighwayLayer.Linear(1, gateBias: -2);
        using (no_grad())
            foreach (var (name, parameter) in layer.named_parameters())
                parameter.fill_(name switch { "transform.bias" => 3, "gate.bias" => -2, _ => 0 });
        Near([1.23840584], layer.call(Map([1], 1, 1)));
        using var wide = HighwayLayer.Linear(50);
        Assert.Equal(5_100, wide.parameters().Sum(parameter => parameter.numel()));
        using var plain = Linear(71, 71);
        Assert.Equal(5_112, plain.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void Section_10_7_channels_of_the_dense_networks()
    {
        static long[] Ends(string id) => [.. Registry.Table(id).Layers
            .Where(layer => layer.Kind == "Concat" || layer.Kind == "AvgPool2d").GroupBy(layer => string.Join('.', layer.Name.Split('.').Take(2)))
            .Select(part => part.Last().Output[0])];
        Assert.Equal([256, 128, 512, 256, 1024, 512, 1024], Ends("densenet-121"));
        Assert.Equal([216, 108, 300, 150, 342], Ends("densenet-cifar-100-12-bc"));
        Assert.Equal(1_059_298, LayerTable.For(DenseNet.Cifar(40, 12, bc: false, first: 24), [3, 32, 32]).Parameters);
    }

    [Fact]
    public void Section_10_8_a_residual_LSTM_step()
    {
        using var layer = new ResidualLstm(1, 1, 1);
        using var _ = no_grad();
        foreach (var (name, parameter) in layer.named_parameters())
            parameter.fill_(name.EndsWith("bias", StringComparison.Ordinal) ? 0 : 0.5);
        var (h, c) = layer.Step(Map([0.5f], 1, 1), Map([0.1f], 1, 1), Map([0.2f], 1, 1));
        Near([0.2941428], c);
        Near([0.39217589], h);
        using var full = new ResidualLstm(512, 1024, 512);
        Assert.Equal(4_725_760, full.parameters().Sum(parameter => parameter.numel()));
    }

    [Fact]
    public void Section_10_9_losses_of_the_transfer_network()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(0.80181855, DomainLosses.Entropy(Map([0.7f, 0.2f, 0.1f], 1, 3).log()).ToDouble(), 1e-6);
        Assert.Equal(1.16237555, DomainLosses.Mmd(Map([0, 1], 2, 1), Map([2, 3], 2, 1)).ToDouble(), 1e-6);
        Assert.Equal(0.00260847, DomainLosses.LearningRate(0.5), 1e-8);
        Assert.Equal(0.0016556, DomainLosses.LearningRate(1), 1e-7);
    }

    [Fact]
    public void Section_11_3_filters_of_large_RMS_are_renormalised()
    {
        using var conv = Conv2d(1, 2, 2, bias: false);
        using var _ = no_grad();
        conv.weight[0].fill_(0.25);
        conv.weight[1].fill_(0.05);
        FilterNorms.LimitRms(conv);
        Near([0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05], conv.weight);
    }

    [Fact]
    public void Section_14_ranking_hinge()
    {
        Assert.Equal(0.5, HingeLosses.Ranking(Map([2], 1), Map([1.5f], 1)).ToDouble(), 1e-6);
        Assert.Equal(1.4, HingeLosses.Ranking(Map([0.2f], 1), Map([0.6f], 1)).ToDouble(), 1e-6);
        Assert.Equal(0, HingeLosses.Ranking(Map([3], 1), Map([0.5f], 1)).ToDouble(), 1e-6);
        Assert.Equal(1.5, HingeLosses.Classification(Map([0.5f, 2, 0], 3), Map([1, 1, -1], 3)).ToDouble(), 1e-6);
    }
}
