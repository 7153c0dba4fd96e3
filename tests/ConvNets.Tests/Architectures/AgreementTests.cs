using ConvNets.Architectures;
using ConvNets.Blocks;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Architectures;

public class AgreementTests
{
    // Small inputs that every layer can take; the walk at full size is checked against the published sizes.
    public static TheoryData<string, long> Networks() => new()
    {
        { "lenet-small", 32 }, { "alexnet-owt", 63 },
        { "nin-cifar", 32 }, { "nin-imagenet", 67 },
        { "googlenet", 64 }, { "googlenet-tv", 64 }, { "bn-inception", 64 }, { "bn-inception-x5-sigmoid", 64 },
        { "inception-v2-rethinking", 79 }, { "inception-v3", 75 }, { "inception-v4", 75 },
        { "inception-resnet-v1", 75 }, { "inception-resnet-v2-paper", 75 }, { "inception-resnet-v2-released", 75 },
        { "resnet-18", 64 }, { "resnet-50", 64 }, { "resnet-50-tv", 64 }, { "plain-34", 64 }, { "wrn-50-2", 33 }, { "resnet-200", 33 },
        { "resnet-cifar-20", 32 }, { "plain-cifar-20", 32 }, { "resnet-cifar-110", 16 }, { "preact-110", 16 }, { "preact-164", 16 },
        { "wrn-16-4", 16 }, { "wrn-40-2", 16 }, { "wr-inception", 16 }, { "wr-inception-l2", 16 }, { "stochastic-depth-110", 16 }, { "highway", 16 },
        { "densenet-cifar-40-12", 16 }, { "densenet-cifar-100-12-bc", 16 }, { "densenet-121", 64 }, { "densenet-161", 33 },
        { "maxout-mnist-conv", 28 },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void The_walk_and_the_forward_pass_agree(string id, long size)
    {
        var architecture = Registry.Find(id);
        using var net = architecture.Create();
        Agreement.Check(net, [architecture.Input[0], size, size]);
    }

    [Fact]
    public void The_walk_and_the_forward_pass_agree_on_networks_of_features()
    {
        using var net = Registry.Create("maxout-mnist-pi");
        Agreement.Check(net, [784]);
        using var lstm = ResidualLstmNet.Build(layers: 2, classes: 5, inputs: 6, cells: 8, outputs: 4);
        Agreement.Check(lstm, [3, 6]);
        using var highway = Highway.FullyConnected(depth: 5);
        Agreement.Check(highway, [784]);
    }

    // The fully-connected layers of these have up to 10^8 weights and are checked once, in alexnet-owt.
    [Theory]
    [InlineData("alexnet-grouped", 99)]
    [InlineData("yosinski", 99)]
    [InlineData("zfnet", 64)]
    [InlineData("cnn-f", 99)]
    [InlineData("cnn-m", 99)]
    [InlineData("cnn-s", 99)]
    [InlineData("overfeat-fast", 71)]
    [InlineData("overfeat-accurate", 77)]
    [InlineData("maxout-cifar10", 32)]
    [InlineData("maxout-svhn", 32)]
    [InlineData("vgg-c", 32)]
    [InlineData("vgg-a-lrn", 32)]
    [InlineData("vgg-a-bn", 32)]
    public void The_walk_and_the_forward_pass_agree_on_the_features_of(string id, long size)
    {
        using var net = Registry.Create(id);
        var features = (Sequential)net.named_children().Single(child => child.name == "features").module;
        Agreement.Check(features, [3, size, size]);
    }

    public static TheoryData<string, Module<Tensor, Tensor>, long> Blocks() => new()
    {
        { "plain basic block", new BasicBlock(4, 4, 1, ShortcutOption.Plain), 4 },
        { "basic block A", new BasicBlock(4, 8, 2, ShortcutOption.A), 4 },
        { "basic block B", new BasicBlock(4, 8, 2, ShortcutOption.B), 4 },
        { "basic block C", new BasicBlock(4, 4, 1, ShortcutOption.C), 4 },
        { "bottleneck", new Bottleneck(4, 2, 2), 4 },
        { "bottleneck with the stride on the 3x3", new Bottleneck(4, 2, 2, strideOnFirst1x1: false, widening: 2), 4 },
        { "pre-activation block", new PreActBlock(4, 8, 2, dropout: 0.3), 4 },
        { "pre-activation block A", new PreActBlock(4, 8, 2, zeroPad: true, shared: false), 4 },
        { "pre-activation bottleneck", new PreActBottleneck(4, 2, 2, PreActivation.Shared), 4 },
        { "first pre-activation bottleneck", new PreActBottleneck(4, 2, 1, PreActivation.None), 4 },
        { "stochastic depth block", new StochasticDepthBlock(4, 8, 2, 0.5), 4 },
        { "highway layer", HighwayLayer.Conv2d(4), 4 },
        { "dense layer", new DenseLayer(4, 3, bottleneck: true), 4 },
        { "plain dense layer", new DenseLayer(4, 3, bottleneck: false, dropout: 0.2), 4 },
        { "transition", Transition.Layer(4, 2), 4 },
        { "mlpconv", MlpConv.Layer(4, 8, 6, 5, 3), 4 },
        { "inception", Inception.Module(4, 2, 3, 4, 2, 3, 2), 4 },
        { "inception head", new InceptionV3Aux(4, 7), 4 },
        { "residual inception unit", new ResidualInceptionUnit(4, 4, 2, 2, 4), 4 },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Blocks))]
    public void The_walk_and_the_forward_pass_agree_on_a_block(string name, Module<Tensor, Tensor> block, long channels)
    {
        Assert.NotEmpty(name);
        using (block)
            Agreement.Check(block, [channels, 18, 18]);
    }
}
