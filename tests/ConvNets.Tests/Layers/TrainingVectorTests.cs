// The check vectors of sections 3.7, 3.8, 4, 5, 8.4 and 14 of the course's list of techniques: how the papers train. Own arithmetic.
using ConvNets.Blocks;
using ConvNets.Layers;
using ConvNets.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ConvNets.Tests.Layers;

public class TrainingVectorTests
{
    private static float[] Values(Tensor values) => values.flatten().data<float>().ToArray();

    [Theory]
    [InlineData(0.1, new[] { 0.89995, 0.70986, 0.43874351 }, 0.43874351)]
    [InlineData(0.01, new[] { 0.89995, 0.70986, 0.52877546 }, 0.68274835)]
    public void Section_3_7_two_forms_of_momentum_agree_until_the_rate_drops(double lastRate, double[] alexNet, double pyTorch)
    {
        using var scope = NewDisposeScope();
        var (w, v, u, b, g) = (ones(1), zeros(1), ones(1), zeros(1), ones(1));
        var parameter = Parameter(ones(1));
        var sgd = optim.SGD([parameter], 0.1, momentum: 0.9, weight_decay: 5e-4);
        double[] rates = [0.1, 0.1, lastRate];
        for (var step = 0; step < 3; step++)
        {
            MomentumStep.AlexNet(w, v, g, rates[step]);
            MomentumStep.PyTorch(u, b, g, rates[step]);
            foreach (var group in sgd.ParamGroups)
                group.LearningRate = rates[step];
            parameter.grad = ones(1);
            sgd.step();
            Assert.Equal(alexNet[step], Values(w)[0], 1e-6);
            Assert.Equal(Values(u)[0], Values(parameter)[0], 1e-6);
        }
        Assert.Equal(pyTorch, Values(u)[0], 1e-6);
    }

    [Fact]
    public void Section_3_7_Nesterovs_form_looks_ahead()
    {
        using var scope = NewDisposeScope();
        var parameter = Parameter(ones(1));
        var sgd = optim.SGD([parameter], 0.1, momentum: 0.9, weight_decay: 5e-4, nesterov: true);
        foreach (var expected in new[] { 0.809905, 0.53878756, 0.19476712 })
        {
            parameter.grad = ones(1);
            sgd.step();
            Assert.Equal(expected, Values(parameter)[0], 1e-6);
        }
    }

    [Fact]
    public void Section_3_8_the_rate_falls_by_ten_when_the_error_stops_improving_for_as_long_as_was_asked()
    {
        var schedule = Schedule.Plateau(factor: 0.1, patience: 2, threshold: 1e-3);
        var history = new History();
        var factors = new List<double>();
        foreach (var loss in new[] { 2.0, 1.5, 1.4999, 1.5001, 1.4998, 1.4997, 1.2 })
        {
            var epoch = history.Epochs.Count + 1;
            history.Add(new EpochMetrics(epoch, epoch, loss, 0.5, double.NaN, double.NaN, 0.1, 1, 1));
            factors.Add(schedule.Factor(new Position(epoch, 1, 100, history)));
        }
        Assert.Equal([1, 1, 1, 1, 0.1, 0.1, 0.1], factors, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Section_4_gain_of_a_ReLU_layer()
    {
        const long fanIn = 3 * 3 * 512;
        Assert.Equal(4.8, Initialise.ReluGain(fanIn, 0.1), 1e-12);
        Assert.Equal(0.48, Initialise.ReluGain(fanIn, 0.01), 1e-12);
        Assert.Equal(1, Initialise.ReluGain(fanIn, Math.Sqrt(2.0 / fanIn)), 1e-12);
    }

    [Fact]
    public void Section_5_a_kernel_of_too_large_norm_is_scaled_back_after_the_update()
    {
        using var conv = Conv2d(1, 2, 2, bias: false);
        using var _ = no_grad();
        conv.weight[0].fill_(1);
        conv.weight[1].fill_(0.1);
        FilterNorms.LimitNorm(conv, 0.9);
        Assert.Equal([0.45f, 0.45f, 0.45f, 0.45f, 0.1f, 0.1f, 0.1f, 0.1f], Values(conv.weight), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Section_5_of_equal_pieces_the_first_gets_the_gradient()
    {
        using var x = tensor(new float[] { 2, 2, 1 }, [1, 3]).requires_grad_();
        new Maxout(3).call(x).sum().backward();
        Assert.Equal([1, 0, 0], Values(x.grad!));
    }

    [Fact]
    public void Section_8_4_the_rate_of_Inception_decays_every_second_epoch()
    {
        var schedule = Schedule.Step([.. Enumerable.Range(1, 50).Select(i => 2.0 * i)], gamma: 0.94);
        double Rate(double epoch) => 0.045 * schedule.Factor(new Position((long)(epoch * 100), 100, 10_000, new History()));
        Assert.Equal(0.03302568, Rate(10), 1e-8);
        Assert.Equal(Rate(10), Rate(11.99), 1e-15);
        Assert.Equal(0.045, Rate(1.9), 1e-12);
    }

    [Fact]
    public void Section_8_4_RMSProp_with_epsilon_one_and_gradients_clipped_to_two()
    {
        using var scope = NewDisposeScope();
        var w = Parameter(tensor(new float[] { 1, 1 }));
        w.grad = tensor(new float[] { 3, 4 });
        Assert.Equal(5, nn.utils.clip_grad_norm_([w], 2.0), 1e-5);
        Assert.Equal([1.2f, 1.6f], Values(w.grad!), (a, b) => Math.Abs(a - b) < 1e-5);
        optim.RMSProp([w], lr: 0.045, alpha: 0.9, eps: 1.0).step();
        foreach (var (value, g) in Values(w).Zip([1.2, 1.6]))
            Assert.Equal(1 - 0.045 * g / (Math.Sqrt(0.1 * g * g) + 1), value, 1e-5);
    }

    [Fact]
    public void Section_8_4_a_residual_is_scaled_before_it_is_added()
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var module = InceptionResNetModules.A(8, 32, 32, scale: 0.2);
        module.eval();
        var x = rand(1, 8, 5, 5);
        Assert.True(module.call(x).allclose(functional.relu(x + module.Residual(x)), 1e-5, 1e-6));
        using var unscaled = InceptionResNetModules.A(8, 32, 32, scale: 1);
        unscaled.load_state_dict(module.state_dict());
        unscaled.eval();
        Assert.True((unscaled.Residual(x) * 0.2).allclose(module.Residual(x), 1e-5, 1e-6));
    }

    [Fact]
    public void Section_14_features_of_length_one()
    {
        using var feature = tensor(new float[] { 3, 4 }, [1, 2]);
        Assert.Equal([0.6f, 0.8f], Values(functional.normalize(feature)), (a, b) => Math.Abs(a - b) < 1e-7);
    }

    [Theory]
    [InlineData(2, 1, 0)]
    [InlineData(0.5, 1, 0.5)]
    [InlineData(0.5, -1, 1.5)]
    public void Section_14_classification_hinge(float score, float sign, double expected) =>
        Assert.Equal(expected, HingeLosses.Classification(tensor([score]), tensor([sign])).ToDouble(), 1e-6);
}
