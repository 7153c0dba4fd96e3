using ConvNets.Architectures;
using ConvNets.Blocks;
using ConvNets.Geometry;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Architectures;

public class AgreementTests
{
    public static IEnumerable<TheoryDataRow<string>> Ids() => Registry.All.Select(architecture => new TheoryDataRow<string>(architecture.Id));

    // At the least size that is a sensible picture; `course architectures --check` does the same at the sizes of the papers.
    [Theory]
    [MemberData(nameof(Ids))]
    public void The_walk_and_the_forward_pass_agree(string id)
    {
        var architecture = Registry.Find(id);
        using var net = architecture.Create();
        Assert.Empty(ForwardCheck.Of(net, Small(architecture, net)));
    }

    private static long[] Small(Architecture architecture, Module<Tensor, Tensor> net)
    {
        if (architecture.Input is not [var channels, var side, _])
            return architecture.Input;
        var size = Math.Max(LayerTable.LeastSize(net, channels)!.Value, side > 64 ? 65 : 17);
        return [channels, size, size];
    }

    // Odd sizes and other proportions than the papers', where rounding differs most.
    [Theory]
    [InlineData("nin-cifar", 33, 47)]
    [InlineData("googlenet-tv", 97, 66)]
    [InlineData("resnet-18", 101, 35)]
    [InlineData("densenet-121", 63, 94)]
    [InlineData("inception-v3", 107, 82)]
    [InlineData("wrn-16-4", 25, 38)]
    public void They_agree_on_pictures_that_are_no_squares(string id, long height, long width)
    {
        using var net = Registry.Create(id);
        Agreement.Check(net, [3, height, width]);
    }

    [Fact]
    public void The_walk_and_the_forward_pass_agree_on_networks_of_features()
    {
        using var lstm = ResidualLstmNet.Build(layers: 2, classes: 5, inputs: 6, cells: 8, outputs: 4);
        Agreement.Check(lstm, [3, 6]);
        using var highway = Highway.FullyConnected(depth: 5);
        Agreement.Check(highway, [784]);
    }

    [Fact]
    public void A_walk_that_says_something_else_than_the_network_does_is_found_out()
    {
        using var net = new Liar();
        Assert.Equal(["The table ends in 4x2x2, the network in 4x4x4.", "Layer 'second' gives 4x4x4, the table says 4x2x2."], ForwardCheck.Of(net, [3, 8, 8]));
    }

    private sealed class Liar : Module<Tensor, Tensor>, ITraceable
    {
        private readonly Conv2d conv = Conv2d(3, 4, 3);
        private readonly Conv2d second = Conv2d(4, 4, 3);

        public Liar() : base(nameof(Liar)) => RegisterComponents();

        public override Tensor forward(Tensor x) => second.call(conv.call(x));

        public Flow Trace(Flow x) => x.Through(conv).Slide("MaxPool2d", Window.Padded(3)).Through(second);
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
