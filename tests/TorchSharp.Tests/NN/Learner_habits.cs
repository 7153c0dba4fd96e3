using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Tests.NN;

/// <summary>What learners write, with the usual imports.</summary>
public class Learner_habits
{
    private sealed class Block : Module<Tensor, Tensor>
    {
        private readonly Module<Tensor, Tensor> conv;
        private readonly BatchNorm2d bn = BatchNorm2d(4);
        public readonly Parameter scale;

        [ComponentName(Name = "shift")]
        private readonly Parameter _shift = new(zeros(1));
        private readonly Tensor mean;
        private readonly Module<Tensor, Tensor>? missing;
        private readonly int plain = 3;

        public Block(string name = "block")
            : base(name)
        {
            conv = Conv2d(2, 4, 3, padding: 1, bias: false);
            missing = null;
            scale = Parameter(ones(1));
            mean = zeros(4);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            using var scope = NewDisposeScope();
            x = F.relu(bn.call(missing?.call(x) ?? conv.call(x)));
            return (x * scale + _shift + plain - plain).MoveToOuterDisposeScope();
        }
    }

    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Sequential features;
        private readonly ModuleList<Module<Tensor, Tensor>> heads = ModuleList<Module<Tensor, Tensor>>(Linear(4, 3), Linear(4, 2));

        public Net()
            : base(nameof(Net))
        {
            features = Sequential(("block", new Block()), ("pool", AdaptiveAvgPool2d(1)), ("flat", Flatten()));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => heads[0].call(features.call(x));
    }

    [Fact]
    public void Fields_are_registered_in_the_order_of_their_declaration_under_their_names()
    {
        using var block = new Block();
        Assert.Equal(["conv", "bn"], block.named_children().Select(child => child.name));
        Assert.Equal(["scale", "shift", "conv.weight", "bn.weight", "bn.bias"], block.named_parameters().Select(p => p.name));
        Assert.Equal(["mean", "bn.running_mean", "bn.running_var", "bn.num_batches_tracked"], block.named_buffers().Select(b => b.name));
        Assert.Equal(["scale", "shift"], block.named_parameters(recurse: false).Select(p => p.name));
        Assert.Equal("block", block.GetName());
    }

    [Fact]
    public void A_state_dictionary_lists_all_parameters_before_all_buffers()
    {
        using var net = new Net();
        Assert.Equal(
            [
                "features.block.scale", "features.block.shift", "features.block.conv.weight", "features.block.bn.weight", "features.block.bn.bias",
                "heads.0.weight", "heads.0.bias", "heads.1.weight", "heads.1.bias",
                "features.block.mean", "features.block.bn.running_mean", "features.block.bn.running_var", "features.block.bn.num_batches_tracked",
            ],
            net.state_dict().Keys);
    }

    [Fact]
    public void Modules_are_named_level_by_level_without_the_root()
    {
        using var net = new Net();
        Assert.Equal(
            ["features", "heads", "features.block", "features.pool", "features.flat", "features.block.conv", "features.block.bn", "heads.0", "heads.1"],
            net.named_modules().Select(m => m.name));
    }

    [Fact]
    public void Parameters_and_buffers_are_found_by_dotted_names()
    {
        using var net = new Net();
        Assert.True(net.has_parameter("features.block.conv.weight"));
        Assert.Equal([4L, 2, 3, 3], net.get_parameter("features.block.conv.weight")!.shape);
        Assert.Equal([4L], net.get_buffer("features.block.bn.running_var")!.shape);
        Assert.Null(net.get_parameter("features.block.none"));
        Assert.False(net.has_buffer("features.pool.mean"));
    }

    [Fact]
    public void Hooks_see_and_replace_inputs_and_results_until_they_are_removed()
    {
        using var linear = Linear(2, 1);
        using var x = ones(1, 2);
        var calls = new List<string>();
        var pre = linear.register_forward_pre_hook((module, input) =>
        {
            calls.Add("pre");
            return input * 0;
        });
        var post = linear.register_forward_hook((module, input, output) =>
        {
            calls.Add("post");
            return output * 0 + 7;
        });
        var before = linear.register_forward_pre_hook(_ => calls.Add("before"));
        var after = linear.register_forward_hook(_ => calls.Add("after"));
        Assert.Equal(7f, linear.call(x).item<float>());
        Assert.Equal(["before", "pre", "post", "after"], calls);
        post.remove();
        Assert.Equal(linear.bias!.item<float>(), linear.call(x).item<float>());
        pre.remove();
        before.remove();
        after.remove();
        calls.Clear();
        linear.call(x).Dispose();
        Assert.Empty(calls);
    }

    [Fact]
    public void Training_and_evaluation_reach_every_module()
    {
        using var net = new Net();
        Assert.True(net.training);
        net.eval();
        Assert.All(net.modules(), module => Assert.False(module.training));
        net.train();
        Assert.All(net.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void Apply_visits_children_before_their_parent_and_returns_the_module()
    {
        using var net = Sequential(Linear(2, 2), Sequential(ReLU()));
        var seen = new List<string>();
        Assert.Same(net, net.apply(module => seen.Add(module.GetType().Name)));
        Assert.Equal(["Linear", "ReLU", "Sequential", "Sequential"], seen);
    }

    [Fact]
    public void Apply_can_initialise_layers_by_their_type()
    {
        using var net = Sequential(Conv2d(1, 2, 3), BatchNorm2d(2), ReLU());
        net.apply(module =>
        {
            if (module is Conv2d conv)
            {
                init.constant_(conv.weight, 0.5);
                init.zeros_(conv.bias!);
            }
        });
        Assert.All(net.named_parameters().First(p => p.name == "0.weight").parameter.data<float>().ToArray(), value => Assert.Equal(0.5f, value));
    }

    [Fact]
    public void A_sequential_net_disposes_what_lies_between_its_layers()
    {
        Tensor? between = null;
        using var first = Linear(2, 2);
        first.register_forward_hook((_, _, output) => between = output);
        using var net = Sequential(first, Identity(), ReLU(inplace: true));
        using var x = ones(1, 2);
        using var y = net.call(x);
        Assert.True(between!.IsInvalid);
        Assert.False(x.IsInvalid);
        Assert.False(y.IsInvalid);
    }

    [Fact]
    public void Sequential_nets_can_be_indexed_sliced_and_appended_to()
    {
        using var net = Sequential(("a", Linear(2, 3)), ("b", ReLU())).append("c", Linear(3, 1)).append(Sigmoid());
        Assert.Equal(4, net.Count);
        Assert.IsType<Linear>(net[2]);
        Assert.Equal(["b", "c"], net[1..3].named_children().Select(child => child.name));
        Assert.Equal(["c", "3"], net[(2, null)].named_children().Select(child => child.name));
        Assert.Throws<IndexOutOfRangeException>(() => net[(0, 9)]);
        using var empty = Sequential();
        using var x = ones(1);
        using var same = empty.call(x);
        Assert.Equal(1f, same.item<float>());
    }

    [Fact]
    public void Names_that_are_taken_or_hold_a_dot_are_refused()
    {
        using var block = new Block();
        Assert.Throws<ArgumentException>(() => block.register_module("a.b", ReLU()));
        Assert.Throws<ArgumentException>(() => block.register_module("", ReLU()));
        Assert.Throws<InvalidOperationException>(() => block.register_module("conv", ReLU()));
        Assert.Throws<InvalidOperationException>(() => block.register_parameter("scale", Parameter(ones(1))));
        Assert.Throws<InvalidOperationException>(() => block.register_buffer("mean", ones(1)));
        Assert.Throws<InvalidOperationException>(() => ReLU().register_parameter("p", Parameter(ones(1))));
    }

    [Fact]
    public void A_net_converts_to_float64_with_its_buffers_and_back()
    {
        using var net = new Net().to(float64);
        Assert.All(net.parameters(), parameter => Assert.Equal(float64, parameter.dtype));
        Assert.Equal(float64, net.get_buffer("features.block.mean")!.dtype);
        Assert.Equal(int64, net.get_buffer("features.block.bn.num_batches_tracked")!.dtype);
        using var x = ones([1, 2, 4, 4], float64);
        Assert.Equal(float64, net.call(x).dtype);
        Assert.All(net.to(float32).parameters(), parameter => Assert.Equal(float32, parameter.dtype));
        Assert.Throws<ArgumentException>(() => net.to(int64));
        Assert.Throws<InvalidOperationException>(() => net.cuda());
    }

    [Theory]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float16)]
    public void A_net_in_half_precision_learns(ScalarType type)
    {
        manual_seed(2);
        using var net = Sequential(Conv2d(1, 4, 3, padding: 1), BatchNorm2d(4), ReLU(), MaxPool2d(2), Flatten(), Linear(16, 2)).to(type);
        using var vectors = Embedding(3, 2).to(type);
        using var optimizer = optim.AdamW(net.parameters().Concat(vectors.parameters()), 0.02, eps: 1e-4);
        using var x = randn(8, 1, 4, 4).to(type);
        using var y = (x.sum([1, 2, 3]) > 0).to(int64);
        var losses = new List<double>();
        for (var step = 0; step < 12; step++)
        {
            optimizer.zero_grad();
            using var loss = F.cross_entropy(net.call(x) + vectors.call(y), y);
            loss.backward();
            nn.utils.clip_grad_norm_(net.parameters(), 5);
            optimizer.step();
            losses.Add(loss.ToDouble());
        }

        Assert.All(net.parameters(), parameter => Assert.Equal(type, parameter.dtype));
        Assert.True(losses[^1] < losses[0] / 2, $"from {losses[0]} to {losses[^1]}");
        Assert.Equal([0f, 3, 1], zeros(3, dtype: type).scatter_add(0, tensor([1L, 1, 2]), ones(3, dtype: type) * tensor([1f, 2, 1]).to(type)).to(float32).data<float>().ToArray());
    }

    [Fact]
    public void Parameters_survive_the_dispose_scope_they_were_made_in()
    {
        Sequential net;
        using (NewDisposeScope())
        {
            net = Sequential(Conv2d(1, 2, 3), BatchNorm2d(2), Linear(2, 2));
        }

        Assert.All(net.parameters(), parameter => Assert.False(parameter.IsInvalid));
        Assert.All(net.buffers(), buffer => Assert.False(buffer.IsInvalid));
        var parameters = net.parameters().ToArray();
        net.Dispose();
        Assert.All(parameters, parameter => Assert.True(parameter.IsInvalid));
    }

    [Fact]
    public void Lists_and_dictionaries_of_parameters_are_trained_converted_and_disposed()
    {
        using var list = ParameterList(Parameter(ones(1)), Parameter(ones(2)));
        using var dictionary = ParameterDict(("scale", Parameter(ones(1))), ("shift", Parameter(zeros(2))));
        Assert.Equal(["0", "1"], list.named_parameters().Select(p => p.name));
        Assert.Equal(["scale", "shift"], dictionary.named_parameters(true).Select(p => p.name));
        Assert.Equal(["scale", "shift"], dictionary.state_dict().Keys);
        Assert.True(dictionary.has_parameter("scale"));
        Assert.Null(dictionary.get_parameter("none"));
        Assert.All(dictionary.to(float64).parameters(), parameter => Assert.Equal(float64, parameter.dtype));
        Assert.Equal(float64, dictionary["shift"].dtype);
        using var modules = ModuleDict(("act", (Module<Tensor, Tensor>)ReLU()), ("flat", Flatten()));
        Assert.Equal(["act", "flat"], modules.keys());
        Assert.Equal([2L, 6], modules["flat"].call(modules["act"].call(ones(2, 3, 2))).shape);
        var parameters = dictionary.parameters().ToArray();
        dictionary.Dispose();
        Assert.All(parameters, parameter => Assert.True(parameter.IsInvalid));
    }

    [Fact]
    public void A_scalar_knows_the_kind_of_its_number()
    {
        Assert.Equal([float64, float64, int64, int64, @bool], new[] { ((Scalar)1f).Type, tensor(1f).ToScalar().Type, ((Scalar)1).Type, ((Scalar)(byte)1).Type, ((Scalar)true).Type });
        Assert.Equal(float32, (ones(1) * (Scalar)2.5).dtype);
        Assert.Equal(uint8, (ones(1, dtype: uint8) * (Scalar)2).dtype);
    }

    [Fact]
    public void Zero_grad_of_a_module_removes_gradients()
    {
        using var linear = Linear(2, 1);
        linear.call(ones(1, 2)).sum().backward();
        Assert.NotNull(linear.weight.grad);
        linear.zero_grad(set_to_none: false);
        Assert.Equal(0f, linear.weight.grad!.sum().item<float>());
        linear.zero_grad();
        Assert.Null(linear.weight.grad);
    }

    [Fact]
    public void Parameters_become_one_vector_and_come_back_from_it()
    {
        using var linear = Linear(2, 2);
        using var vector = nn.utils.parameters_to_vector(linear.parameters());
        Assert.Equal([6L], vector.shape);
        nn.utils.vector_to_parameters(arange(6, float32), linear.parameters());
        Assert.Equal([0f, 1, 2, 3], linear.weight.data<float>().ToArray());
        Assert.Equal([4f, 5], linear.bias!.data<float>().ToArray());
    }

    [Fact]
    public void Gradients_are_clipped_by_their_common_norm_or_by_value()
    {
        var a = Parameter(zeros(2));
        var b = Parameter(zeros(1));
        a.grad = tensor([3f, 0f]);
        b.grad = tensor([4f]);
        Assert.Equal(5, nn.utils.clip_grad_norm_([a, b], 1), 1e-6);
        Assert.Equal([0.6f, 0f], a.grad!.data<float>().ToArray().Select(v => MathF.Round(v, 5)));
        Assert.Equal(0.8f, b.grad!.item<float>(), 1e-5f);
        Assert.Equal(0.8, nn.utils.clip_grad_norm_([a, b], 9, double.PositiveInfinity), 1e-5);
        Assert.Equal(1.4, nn.utils.clip_grad_norm_([a, b], 9, 1), 1e-5);
        nn.utils.clip_grad_value_([a, b], 0.7);
        Assert.Equal(0.7f, b.grad!.item<float>(), 1e-6f);
    }

    [Fact]
    public void A_gradient_that_is_NaN_spoils_them_all_when_their_norm_is_clipped()
    {
        using var a = Parameter(zeros(2));
        using var b = Parameter(zeros(1));
        (a.grad, b.grad) = (tensor([1f, float.NaN]), tensor([2f]));
        Assert.Equal(double.NaN, nn.utils.clip_grad_norm_([a, b], 1));
        Assert.All([.. a.grad!.data<float>().ToArray(), b.grad!.item<float>()], value => Assert.Equal(float.NaN, value));
    }

    [Fact]
    public void A_fused_convolution_does_what_it_does_with_its_batch_norm()
    {
        using var conv = Conv2d(2, 3, 3);
        using var bn = BatchNorm2d(3);
        bn.call(conv.call(ones(4, 2, 5, 5) * arange(4, float32).view(4, 1, 1, 1))).Dispose();
        bn.eval();
        var (weight, bias) = nn.utils.fuse_conv_bn_weights(conv.weight, conv.bias, bn.running_mean!, bn.running_var!, bn.eps, bn.weight, bn.bias);
        using var x = arange(50, float32).view(1, 2, 5, 5) / 50;
        Assert.True(F.conv2d(x, weight, bias).allclose(bn.call(conv.call(x)), 1e-4, 1e-5));
    }

    [Fact]
    public void A_wrong_input_gets_a_sentence()
    {
        var error = Assert.Throws<ArgumentException>(() => Conv2d(3, 4, 3).call(ones(1, 2, 5, 5)));
        Assert.Contains("with 3 channels to Conv2d", error.Message);
        Assert.StartsWith("expected 4D input, but got 3D input. BatchNorm2d was given shape [1, 2, 5].", Assert.Throws<ArgumentException>(() => BatchNorm2d(2).call(ones(1, 2, 5))).Message);
    }

    [Fact]
    public void Dropout_drops_in_training_only()
    {
        using var dropout = Dropout(0.5);
        using var x = ones(1000);
        var values = dropout.call(x).data<float>().ToArray();
        Assert.All(values, value => Assert.True(value is 0f or 2f));
        Assert.InRange(values.Count(value => value == 0), 400, 600);
        dropout.eval();
        Assert.Equal(1000f, dropout.call(x).sum().item<float>());
        using var channels = Dropout2d(0.5).call(ones(1, 100, 3, 3));
        Assert.All(channels.sum([2, 3]).data<float>().ToArray(), sum => Assert.True(sum is 0f or 18f));
    }
}
