using ConvNets.Architectures;
using ConvNets.Blocks;
using ConvNets.Export;
using ConvNets.Export.Onnx;
using ConvNets.Layers;
using Tests;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Export;

public sealed class OnnxTests : FolderTests
{
    private OnnxEvaluator Written(Module net, long[] input)
    {
        var path = Path.Combine(Folder, "net.onnx");
        OnnxModel.Write(net, input, path, "net", "a sentence");
        return new(path);
    }

    private void Check(Module<Tensor, Tensor> net, long[] input)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        RandomNorms.Fill(net);
        net.eval();
        var x = randn([2, .. input]);
        var expected = net.call(x);
        var actual = Written(net, input).Run(x);
        Assert.Equal(expected.shape, actual.shape);
        var scale = expected.abs().max().ToDouble();
        Assert.InRange((expected - actual).abs().max().ToDouble() / scale, 0, 2e-5);
    }

    public static TheoryData<string, long, long> Networks() => new()
    {
        { "lenet-small", 33, 33 }, { "lenet-small", 19, 23 }, { "nin-cifar", 21, 18 }, { "maxout-mnist-conv", 28, 28 }, { "googlenet", 67, 67 },
        { "bn-inception-x5-sigmoid", 67, 67 }, { "inception-v3", 75, 75 }, { "inception-resnet-v2-paper", 75, 75 },
        { "resnet-18", 41, 33 }, { "resnet-cifar-20", 17, 17 }, { "preact-110", 16, 16 }, { "wrn-16-4", 12, 12 }, { "wr-inception", 12, 12 },
        { "stochastic-depth-110", 17, 17 }, { "highway", 12, 12 }, { "densenet-cifar-40-12", 16, 16 },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_second_implementation_computes_the_same_logits(string id, long height, long width)
    {
        manual_seed(5);
        var architecture = Registry.Find(id);
        using var net = architecture.Create(classes: 7);
        Check(net, [architecture.Input[0], height, width]);
    }

    [Fact]
    public void Networks_of_features_and_of_time_are_written_too()
    {
        manual_seed(6);
        using var maxout = Registry.Create("maxout-mnist-pi");
        Check(maxout, [784]);
        using var projecting = ResidualLstmNet.Build(layers: 2, classes: 5, inputs: 6, cells: 8, outputs: 4);
        Check(projecting, [3, 6]);
        using var plain = ResidualLstmNet.Build(layers: 1, classes: 5, inputs: 4, cells: 4, outputs: 4);
        Check(plain, [5, 4]);
    }

    [Fact]
    public void Layers_that_round_and_pad_unevenly_are_written_too()
    {
        manual_seed(7);
        using var net = Sequential(
            ("conv", Conv2d(3, 8, (3, 1), stride: (2, 1), padding: (1, 0), dilation: (1, 1), groups: 1)), ("norm", LocalResponseNorm(3, 0.1, 0.5, 2)),
            ("avg", AvgPool2d(3, 2, padding: 1, ceil_mode: true)), ("dropout", new OriginalDropout(0.5)), ("max", MaxPool2d(2, 2, ceil_mode: true)),
            ("pad", new ZeroPadShortcut(8, 12, 2, average: true)), ("tanh", Tanh()), ("adapt", AdaptiveAvgPool2d((2, 3))));
        Check(net, [3, 45, 41]);
        using var untied = MaxoutNet.MnistConv(untied: true);
        Check(untied, [1, 28, 28]);
    }

    [Fact]
    public void Weights_keep_their_state_dict_names_and_heads_for_training_stay_out()
    {
        using var net = Registry.Create("googlenet-tv", classes: 5);
        var onnx = Written(net, [3, 64, 64]);
        Assert.Equal(13, onnx.Opset);
        var names = net.state_dict().Keys.Where(name => !name.StartsWith("aux", StringComparison.Ordinal) && !name.EndsWith("num_batches_tracked", StringComparison.Ordinal));
        Assert.Empty(names.Except(onnx.Weights));
        Assert.DoesNotContain(onnx.Weights, name => name.StartsWith("aux", StringComparison.Ordinal));
        Assert.Contains(("Conv", "inception3a.branch1.conv"), onnx.Nodes);
    }

    public static IEnumerable<TheoryDataRow<string>> Ids() => Registry.All.Select(architecture => new TheoryDataRow<string>(architecture.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_architecture_has_a_form_in_ONNX_of_the_size_of_its_weights(string id)
    {
        var architecture = Registry.Find(id);
        using var net = architecture.Blueprint();
        var bytes = OnnxModel.Build(net, architecture.Input, id).Length;
        var main = Registry.Table(id).Parameters;
        Assert.InRange(bytes, 4 * main, int.MaxValue);
    }

    [Fact]
    public void A_layer_without_a_form_is_refused_by_name()
    {
        using var net = Sequential(("first", Conv2d(3, 4, 1)), ("pool", AdaptiveMaxPool2d([2, 2])));
        Assert.Contains("'pool'", Assert.Throws<ExportException>(() => OnnxModel.Build(net, [3, 8, 8], "net")).Message);
    }
}
