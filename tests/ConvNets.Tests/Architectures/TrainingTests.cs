using ConvNets.Architectures;
using ConvNets.Geometry;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Architectures;

public class TrainingTests
{
    public static TheoryData<string, long> Networks() => new()
    {
        { "lenet-small", 32 }, { "nin-cifar", 16 }, { "maxout-mnist-conv", 28 }, { "bn-inception", 33 }, { "googlenet-tv", 33 },
        { "resnet-18", 33 }, { "resnet-cifar-20", 16 }, { "plain-cifar-20", 16 }, { "preact-110", 8 }, { "preact-164", 8 },
        { "wrn-16-4", 8 }, { "wr-inception", 8 }, { "highway", 8 }, { "densenet-cifar-40-12", 8 }, { "densenet-cifar-100-12-bc", 8 },
        { "alexnet-grouped", 67 }, { "zfnet", 63 }, { "cnn-s", 55 }, { "vgg-a", 32 }, { "vgg-c-bn", 32 }, { "nin-imagenet", 67 }, { "maxout-cifar10", 16 },
        { "maxout-svhn", 16 }, { "inception-v2-rethinking", 75 }, { "inception-v4", 75 }, { "inception-resnet-v1", 75 }, { "inception-resnet-v2-released", 75 },
        { "resnet-50", 33 }, { "resnet-200", 33 }, { "densenet-121", 33 }, { "wr-inception-l2", 8 }, { "stochastic-depth-110", 8 },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public void A_step_backwards_reaches_every_parameter(string id, long size)
    {
        manual_seed(1);
        using var scope = NewDisposeScope();
        var architecture = Registry.Find(id);
        using var net = architecture.Create(classes: 5);
        net.train(id != "stochastic-depth-110");                         // in training, a coin keeps gradients from blocks
        var loss = functional.cross_entropy(net.call(rand(4, architecture.Input[0], size, size)), tensor(new long[] { 0, 1, 2, 3 }));
        loss.backward();
        Assert.True(double.IsFinite(loss.ToDouble()));
        var heads = (net as IAuxiliaryClassifiers)?.AuxiliaryModules ?? [];
        foreach (var (name, parameter) in net.named_parameters())
            if (!heads.Contains(name.Split('.')[0]))
                Assert.True(parameter.grad is not null, $"{id}: no gradient reaches '{name}'.");
    }

    [Fact]
    public void Auxiliary_classifiers_learn_with_the_network_and_leave_its_logits_alone()
    {
        using var scope = NewDisposeScope();
        using var net = new GoogLeNet(torchvision: true, classes: 5);
        net.eval();
        var x = rand(2, 3, 64, 64);
        var (logits, heads) = net.ForwardWithAuxiliary(x);
        Assert.True(logits.allclose(net.call(x), 1e-5, 1e-6));
        Assert.Equal([2, 5], heads[0].shape);
        Assert.Equal(2, heads.Count);
        heads.Aggregate(logits.sum(), (sum, head) => sum + net.AuxiliaryWeight * head.sum()).backward();
        Assert.NotNull(net.get_parameter("aux1.fc2.weight")!.grad);
        Assert.NotNull(net.get_parameter("fc.weight")!.grad);
    }

    [Fact]
    public void Heads_of_a_network_that_cannot_be_followed_do_not_stay_out_in_silence()
    {
        using var net = new Untraced();
        Assert.Contains("ITraceable", Assert.Throws<ShapeException>(() => AuxiliaryClassifiers.Join(net, [3, 8, 8])).Message, StringComparison.Ordinal);
    }

    private sealed class Untraced() : Module<Tensor, Tensor>("Untraced"), IAuxiliaryClassifiers
    {
        public double AuxiliaryWeight => 0.3;

        public IReadOnlyList<string> AuxiliaryModules => [];

        public override Tensor forward(Tensor x) => x.flatten(1);

        public (Tensor Logits, IReadOnlyList<Tensor> Auxiliary) ForwardWithAuxiliary(Tensor x) => (forward(x), []);
    }

    [Theory]
    [InlineData("googlenet", 0.3, 2)]
    [InlineData("inception-v3", 0.4, 1)]
    public void In_training_the_heads_add_their_share_of_the_loss_and_reach_every_parameter(string id, double weight, int heads)
    {
        manual_seed(3);
        using var scope = NewDisposeScope();
        var architecture = Registry.Find(id);
        using var net = architecture.Create(classes: 5);
        var auxiliary = (IAuxiliaryClassifiers)net;
        Assert.Equal(weight, auxiliary.AuxiliaryWeight);
        Assert.True(AuxiliaryClassifiers.Join(net, architecture.Input));
        Assert.False(AuxiliaryClassifiers.Join(net, [3, 96, 96]));
        net.train();
        var seen = 0;
        var (_, main, total) = AuxiliaryClassifiers.Losses(auxiliary, rand([2, .. architecture.Input]), logits =>
        {
            seen++;
            return functional.cross_entropy(logits, tensor(new long[] { 1, 4 }));
        });
        Assert.Equal(1 + heads, seen);
        Assert.InRange((total.ToDouble() - main.ToDouble()) / main.ToDouble(), 0.3 * weight * heads, 3 * weight * heads);
        total.backward();
        Assert.All(net.named_parameters(), named => Assert.True(named.parameter.grad is not null, $"no gradient reaches '{named.name}'"));
    }

    [Theory]
    [InlineData("maxout-mnist-conv", 28)]
    [InlineData("resnet-cifar-20", 16)]
    [InlineData("stochastic-depth-110", 8)]
    public void Training_and_use_differ(string id, long size)
    {
        manual_seed(2);
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var architecture = Registry.Find(id);
        using var net = architecture.Create();
        var x = rand(4, architecture.Input[0], size, size);
        var training = net.call(x);
        net.eval();
        Assert.False(training.allclose(net.call(x), 1e-3, 1e-4));
        Assert.True(net.call(x).allclose(net.call(x)));
    }

    [Fact]
    public void The_transfer_network_adds_a_residual_to_the_target_logits()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var net = new ResidualTransferNet(classes: 5);
        net.eval();
        var x = rand(1, 3, 67, 67);
        var target = net.call(x);
        Assert.True(target.allclose(net.Target(net.Features(x))));
        Assert.Equal(target.shape, net.Source(target).shape);
        net.get_parameter("fc2.weight")!.fill_(0);
        Assert.True(net.Source(target).allclose(target));
    }

    [Fact]
    public void Larger_pictures_average_their_positions_in_overfeat()
    {
        using var net = Registry.Find("overfeat-accurate").Blueprint();
        Assert.Equal([1000], ConvNets.Geometry.LayerTable.For(net, [3, 281, 317]).Output);
    }
}
