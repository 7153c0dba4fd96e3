using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Tests.Optim;

/// <summary>Values from PyTorch 1.13: Golden/optimizers.py.</summary>
public class Optimizers_equal_PyTorch
{
    private static readonly JsonElement Golden = GoldenFile.Json("optimizers.json");

    private static readonly Dictionary<string, Func<Parameter[], optim.Optimizer>> Cases = new()
    {
        ["sgd"] = p => optim.SGD(p, 0.1),
        ["sgd_momentum"] = p => optim.SGD(p, learningRate: 0.1, momentum: 0.9, weight_decay: 0.01),
        ["sgd_dampening"] = p => optim.SGD(p, 0.1, momentum: 0.8, dampening: 0.3),
        ["sgd_nesterov"] = p => optim.SGD(p, 0.1, momentum: 0.9, nesterov: true, weight_decay: 0.02),
        ["sgd_maximize"] = p => optim.SGD(p, 0.1, momentum: 0.9, maximize: true),
        ["adam"] = p => optim.Adam(p, 0.05),
        ["adam_decay"] = p => optim.Adam(p, 0.05, 0.8, 0.95, 1e-6, 0.1),
        ["adam_amsgrad"] = p => optim.Adam(p, 0.05, amsgrad: true),
        ["adam_maximize"] = p => optim.Adam(p, 0.05, maximize: true),
        ["adamw"] = p => optim.AdamW(p, 0.05, weight_decay: 0.1),
        ["adamw_amsgrad"] = p => optim.AdamW(p, 0.05, weight_decay: 0.1, amsgrad: true),
        ["adagrad"] = p => optim.Adagrad(p, 0.1, 0.01, 0.02, 0.1),
        ["adadelta"] = p => optim.Adadelta(p, 1.0, 0.85, weight_decay: 0.02),
        ["adamax"] = p => optim.Adamax(p, 0.02, weight_decay: 0.02),
        ["nadam"] = p => optim.NAdam(p, 0.02, weight_decay: 0.02),
        ["radam"] = p => optim.RAdam(p, 0.02, weight_decay: 0.02),
        ["rmsprop"] = p => optim.RMSProp(p, 0.02, weight_decay: 0.02),
        ["rmsprop_momentum"] = p => optim.RMSProp(p, 0.02, momentum: 0.7),
        ["rmsprop_centered"] = p => optim.RMSProp(p, 0.02, momentum: 0.7, centered: true, alpha: 0.9),
        ["rprop"] = p => optim.Rprop(p, 0.03),
        ["asgd"] = p => optim.ASGD(p, 0.05, 0.01, t0: 5, weight_decay: 0.02),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    private static Tensor Start(ScalarType dtype) => tensor([.. Enumerable.Range(0, 13).Select(i => 0.3 * i - 1.7)]).to(dtype);

    private static void Step(optim.Optimizer optimizer, Parameter parameter, int step)
    {
        using var scope = NewDisposeScope();
        using (no_grad())
        {
            parameter.grad = (parameter * 1.3 + 0.7 * step).cos() * 0.8 + parameter * 0.1;
        }

        optimizer.step();
    }

    private static double[] Run(string name, Parameter parameter)
    {
        using var optimizer = Cases[name]([parameter]);
        for (var step = 0; step < 12; step++)
        {
            Step(optimizer, parameter, step);
        }

        return parameter.to(float64).data<double>().ToArray();
    }

    // PyTorch 1.13 keeps a number of the state of these two in float32.
    private static double Tolerance(string name) => name is "nadam" or "asgd" ? 1e-7 : 1e-12;

    private static void Same(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])), $"element {i}: expected {expected[i]}, got {actual[i]}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Twelve_steps_in_float64_end_at_the_same_parameters(string name)
        => Same(Golden.Doubles(name), Run(name, new Parameter(Start(float64))), Tolerance(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Twelve_steps_in_float32_end_near_the_same_parameters(string name)
        => Same(Golden.Doubles(name), Run(name, new Parameter(Start(float32))), 1e-4);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_step_in_half_precision_is_the_step_in_float32_rounded_once(string name)
    {
        foreach (var type in new[] { bfloat16, float16 })
        {
            var (half, single) = (new Parameter(Start(type)), new Parameter(Start(type).to(float32)));
            using var slow = Cases[name]([half]);
            using var fast = Cases[name]([single]);
            half.grad = (half.detach().cos() * 0.8).to(type);
            single.grad = half.grad.to(float32);
            slow.step();
            fast.step();
            var reached = half.to(float64).data<double>().ToArray();

            // Adagrad's sum of squares starts at a number that half precision rounds.
            Same(single.to(type).to(float64).data<double>().ToArray(), reached, finfo(type).eps / 64);
            Assert.NotEqual(Start(type).to(float64).data<double>().ToArray(), reached);
        }
    }

    // A step loses a unit of the last place at most, which is 2 eps between 2 and 4.
    [Theory]
    [MemberData(nameof(Names))]
    public void Twelve_steps_in_bfloat16_end_near_the_same_parameters(string name)
        => Same(Golden.Doubles(name), Run(name, new Parameter(Start(bfloat16))), 12 * 2 * finfo(bfloat16).eps);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_parameter_that_is_not_contiguous_moves_alike(string name)
    {
        using var wide = zeros(13, 2, dtype: float64);
        var column = wide.select(1, 0);
        column.copy_(Start(float64));
        Same(Golden.Doubles(name), Run(name, new Parameter(column)), Tolerance(name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_saved_optimizer_goes_on_where_it_stopped(string name)
    {
        var parameter = new Parameter(Start(float64));
        using var stream = new MemoryStream();
        using (var optimizer = (OptimizerHelper)Cases[name]([parameter]))
        {
            for (var step = 0; step < 5; step++)
            {
                Step(optimizer, parameter, step);
            }

            optimizer.save_state_dict(new BinaryWriter(stream));
        }

        stream.Position = 0;
        using var restored = (OptimizerHelper)Cases[name]([parameter]);
        restored.load_state_dict(new BinaryReader(stream));
        for (var step = 5; step < 12; step++)
        {
            Step(restored, parameter, step);
        }

        Same(Golden.Doubles(name), parameter.data<double>().ToArray(), Tolerance(name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_dictionary_carries_over_to_another_optimizer(string name)
    {
        var parameter = new Parameter(Start(float64));
        using var first = (OptimizerHelper)Cases[name]([parameter]);
        for (var step = 0; step < 5; step++)
        {
            Step(first, parameter, step);
        }

        using var second = (OptimizerHelper)Cases[name]([parameter]);
        second.load_state_dict(first.state_dict());
        Assert.True(first.state_dict().State[0].ApproximatelyEquals(second.state_dict().State[0]));
        for (var step = 5; step < 12; step++)
        {
            Step(second, parameter, step);
        }

        Same(Golden.Doubles(name), parameter.data<double>().ToArray(), Tolerance(name));
    }

    [Fact]
    public void The_file_of_an_sgd_state_has_the_layout_of_TorchSharp()
    {
        var parameter = new Parameter(tensor([1f, 2f]));
        using var optimizer = optim.SGD([parameter], 0.5, momentum: 0.9);
        parameter.grad = tensor([3f, 4f]);
        optimizer.step();
        using var stream = new MemoryStream();
        optimizer.save_state_dict(new BinaryWriter(stream));

        using var expected = new MemoryStream();
        using var writer = new BinaryWriter(expected);
        writer.Write("SGD");
        writer.Write((byte)1);
        writer.Write((byte)1);
        foreach (var number in (double[])[0.5, 0.5, 0.9, 0, 0])
        {
            writer.Write(number);
        }

        writer.Write(false);
        writer.Write(false);
        writer.Write(true);
        writer.Write([6, 1, 2]);
        writer.Write(3f);
        writer.Write(4f);
        Assert.Equal(expected.ToArray(), stream.ToArray());
    }

    [Fact]
    public void Groups_have_options_of_their_own()
    {
        var fast = new Parameter(tensor([1f]));
        var slow = new Parameter(tensor([1f]));
        using var optimizer = optim.SGD(
            [new SGD.ParamGroup { Parameters = [fast] }, new SGD.ParamGroup { Parameters = [slow], Options = new() { LearningRate = 0.01 } }], 0.1);
        fast.grad = slow.grad = tensor([1f]);
        optimizer.step();
        Assert.Equal(0.9f, fast.item<float>(), 1e-6f);
        Assert.Equal(0.99f, slow.item<float>(), 1e-6f);
        Assert.Equal([0.1, 0.01], optimizer.ParamGroups.Select(group => group.LearningRate));
    }

    [Fact]
    public void A_parameter_without_a_gradient_stays()
    {
        var still = new Parameter(tensor([1f]));
        using var optimizer = optim.Adam([still], 0.1, weight_decay: 1);
        optimizer.step();
        Assert.Equal(1f, still.item<float>());
    }

    [Fact]
    public void Zero_grad_fills_with_zeros_and_keeps_the_gradient()
    {
        var parameter = new Parameter(tensor([1f]));
        parameter.grad = tensor([5f]);
        using var optimizer = optim.SGD([parameter], 0.1);
        optimizer.zero_grad();
        Assert.Equal(0f, parameter.grad!.item<float>());
    }

    [Fact]
    public void Decay_draws_to_zero_while_sgd_climbs()
    {
        // PyTorch: -0.5 + 0.2 of the parameter, so a step of 0.1 adds 0.03.
        var parameter = new Parameter(ones([1], float64)) { grad = full([1], 0.5, float64) };
        optim.SGD([parameter], 0.1, weight_decay: 0.2, maximize: true).step();
        Assert.Equal(1.03, parameter.item<double>(), 12);
    }

    [Fact]
    public void A_step_with_a_closure_returns_its_loss()
    {
        var parameter = new Parameter(tensor([3f]));
        using var optimizer = optim.SGD([parameter], 0.1);
        using var _ = no_grad();
        var loss = optimizer.step(() =>
        {
            var value = (parameter * parameter).sum();
            value.backward();
            return value;
        });
        Assert.Equal(9f, loss!.item<float>());
        Assert.Equal(2.4f, parameter.item<float>(), 1e-6f);
    }

    [Fact]
    public void Another_kind_of_optimizer_refuses_the_file()
    {
        var parameter = new Parameter(tensor([1f]));
        using var stream = new MemoryStream();
        using (var sgd = optim.SGD([parameter], 0.1))
        {
            sgd.save_state_dict(new BinaryWriter(stream));
        }

        stream.Position = 0;
        using var adam = optim.Adam([parameter]);
        var error = Assert.Throws<InvalidDataException>(() => adam.load_state_dict(new BinaryReader(stream)));
        Assert.Contains("expected 'Adam', but found 'SGD'", error.Message);
    }

    [Theory]
    [InlineData("lbfgs", 0.1, 5, 100)]
    [InlineData("lbfgs_history", 0.2, 20, 3)]
    public void Limited_memory_bfgs_takes_the_same_steps(string name, double lr, int max_iter, int history)
    {
        var parameter = new Parameter(tensor([-1.2, 1.0, 0.7]));
        using var optimizer = optim.LBFGS([parameter], lr, max_iter, history_size: history);
        var seen = new List<double>();
        for (var step = 0; step < 4; step++)
        {
            var loss = optimizer.step(() =>
            {
                optimizer.zero_grad();
                var (head, tail) = (parameter.narrow(0, 0, 2), parameter.narrow(0, 1, 2));
                var value = ((1 - head).square() + 5 * (tail - head.square()).square()).sum();
                value.backward();
                return value;
            });
            seen.Add(loss!.item<double>());
        }

        Same(Golden.Doubles(name), [.. parameter.data<double>().ToArray(), .. seen], 1e-9);
        Assert.Throws<ArgumentNullException>(() => optimizer.step(null));
    }

    [Fact]
    public void Wrong_hyperparameters_are_refused()
    {
        Parameter[] parameters = [new Parameter(tensor([1f]))];
        Assert.Throws<ArgumentException>(() => optim.SGD(parameters, -0.1));
        Assert.Throws<ArgumentException>(() => optim.SGD(parameters, 0.1, nesterov: true));
        Assert.Throws<ArgumentException>(() => optim.Adam(parameters, beta1: 1.0));
    }

    [Fact]
    public void A_step_leaves_no_garbage_but_the_first()
    {
        var parameter = new Parameter(zeros(1000));
        parameter.grad = ones(1000);
        using var optimizer = optim.SGD([parameter], 0.1, momentum: 0.9);
        for (var i = 0; i < 50; i++)
        {
            optimizer.step();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            optimizer.step();
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * 64);
    }
}
