using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Tests.NN;

/// <summary>The small helpers around modules: initialisers, fusing, dropout and resampling as functions, limits of number types.</summary>
[Collection(DefaultGenerator.Name)]
public class Helpers_of_networks
{
    private static float[] Drawn(Func<Tensor> draw)
    {
        manual_seed(4);
        using var tensor = draw();
        return tensor.data<float>().ToArray();
    }

    [Fact]
    public void Dropout_as_a_function_draws_the_masks_of_the_modules()
    {
        using var x = ones(3, 4, 5);
        using var volume = ones([2, 3, 2, 2, 2]);
        Assert.Equal(Drawn(() => Dropout1d(0.4).call(x)), Drawn(() => F.dropout1d(x, 0.4)));
        Assert.Equal(Drawn(() => Dropout2d(0.4).call(x.unsqueeze(0))), Drawn(() => F.dropout2d(x.unsqueeze(0), 0.4)));
        Assert.Equal(Drawn(() => Dropout3d(0.4).call(volume)), Drawn(() => F.dropout3d(volume, 0.4)));
        Assert.Equal(Drawn(() => AlphaDropout(0.4).call(x)), Drawn(() => F.alpha_dropout(x, 0.4, training: true)));
        Assert.Equal(Drawn(() => FeatureAlphaDropout(0.4).call(x)), Drawn(() => F.feature_alpha_dropout(x, 0.4, training: true)));
        Assert.Equal(x.data<float>().ToArray(), F.alpha_dropout(x, 0.4).data<float>().ToArray());
        Assert.Equal(x.data<float>().ToArray(), F.dropout1d(x, 0.4, training: false).data<float>().ToArray());
    }

    [Fact]
    public void Upsampling_is_interpolation()
    {
        using var x = rand(1, 2, 3, 4);
        Assert.Equal(F.interpolate(x, scale_factor: [2, 2]).data<float>().ToArray(), F.upsample(x, scale_factor: [2, 2]).data<float>().ToArray());
        Assert.Equal(F.interpolate(x, [5, 7], mode: InterpolationMode.Bilinear, align_corners: true).data<float>().ToArray(), F.upsample(x, [5, 7], mode: UpsampleMode.Bilinear, align_corners: true).data<float>().ToArray());
        Assert.Equal(F.interpolate(x, [5, 7]).data<float>().ToArray(), F.upsample_nearest(x, [5, 7]).data<float>().ToArray());
    }

    [Fact]
    public void Gains_and_fans_are_those_of_PyTorch()
    {
        Assert.Equal(1, init.calculate_gain(init.NonlinearityType.Conv2D));
        Assert.Equal(1, init.calculate_gain(init.NonlinearityType.Sigmoid));
        Assert.Equal(5.0 / 3, init.calculate_gain(init.NonlinearityType.Tanh));
        Assert.Equal(Math.Sqrt(2), init.calculate_gain(init.NonlinearityType.ReLU));
        Assert.Equal(Math.Sqrt(2 / 1.04), init.calculate_gain(init.NonlinearityType.LeakyReLU, 0.2));
        Assert.Equal((3L * 5 * 7, 8L * 5 * 7), init.CalculateFanInAndFanOut(zeros(8, 3, 5, 7)));
        Assert.Equal((3L, 8L), init.CalculateFanInAndFanOut(zeros(8, 3)));
    }

    [Fact]
    public void Initialisers_fill_in_place_and_return_their_tensor()
    {
        using var x = zeros(4, 3);
        Assert.Same(x, init.ones_(x));
        Assert.All(x.data<float>().ToArray(), value => Assert.Equal(1f, value));
        Assert.Equal(Drawn(() => zeros(4, 3).uniform_(-1, 2)), Drawn(() => init.uniform_(zeros(4, 3), -1, 2)));
        Assert.Equal(Drawn(() => init.xavier_uniform_(zeros(4, 3), 2)), Drawn(() => init.glorot_uniform_(zeros(4, 3), 2)));
        Assert.Equal(Drawn(() => init.xavier_normal_(zeros(4, 3), 2)), Drawn(() => init.glorot_normal_(zeros(4, 3), 2)));
        Assert.True(Parameter(zeros(2, 2)) is var parameter && init.ones_(parameter).requires_grad && parameter.is_leaf);
    }

    [Fact]
    public void A_linear_layer_takes_its_batch_norm_in()
    {
        manual_seed(1);
        using var linear = Linear(4, 3);
        using var norm = BatchNorm1d(3);
        norm.call(randn(8, 3) * 2 + 1).Dispose();
        using (no_grad())
        {
            norm.weight.uniform_(0.5, 2);
            norm.bias!.uniform_(-1, 1);
        }

        Assert.Throws<InvalidOperationException>(() => nn.utils.fuse_linear_bn_eval(linear, norm));
        linear.eval();
        norm.eval();
        using var fused = nn.utils.fuse_linear_bn_eval(linear, norm);
        using var x = randn(5, 4);
        Assert.True(fused.call(x).allclose(norm.call(linear.call(x)), 1e-5, 1e-6));
        var (weight, bias) = nn.utils.fuse_linear_bn_weights(linear.weight, linear.bias, norm.running_mean!, norm.running_var!, norm.eps, norm.weight, norm.bias!);
        Assert.True(weight.equal(fused.weight).all().item<bool>() && bias.equal(fused.bias!).all().item<bool>());
    }

    [Fact]
    public void Attention_refuses_a_mask_beside_causality_and_drops_weights()
    {
        using var x = ones(2, 3, 4);
        Assert.Throws<ArgumentException>(() => F.scaled_dot_product_attention(x, x, x, ones(3, 3), is_casual: true));
        Assert.Throws<ArgumentException>(() => F.scaled_dot_product_attention(x, x, x, p: -1));
        using var seen = F.scaled_dot_product_attention(x, x, x, tensor([true, false, false, true, true, false, true, true, true]).view(3, 3));
        Assert.Equal(x.data<float>().ToArray(), seen.data<float>().ToArray());
        Assert.Contains(0f, Drawn(() => F.scaled_dot_product_attention(x, x, x, p: 0.9)));
    }

    [Theory]
    [InlineData(ScalarType.Float32, 32, 1.1920928955078125e-7, 3.4028234663852886e38, 1.1754943508222875e-38)]
    [InlineData(ScalarType.Float64, 64, 2.220446049250313e-16, double.MaxValue, 2.2250738585072014e-308)]
    [InlineData(ScalarType.Float16, 16, 0.0009765625, 65504.0, 6.103515625e-05)]
    [InlineData(ScalarType.BFloat16, 16, 0.0078125, 3.3895313892515355e+38, 1.1754943508222875e-38)]
    public void The_limits_of_a_type_are_known(ScalarType type, int bits, double eps, double max, double tiny)
    {
        var limits = finfo(type);
        Assert.Equal((bits, eps, max, -max, tiny, tiny), (limits.bits, limits.eps, limits.max, limits.min, limits.tiny, limits.smallest_normal));
        Assert.Throws<ArgumentException>(() => finfo(ScalarType.Int32));
        Assert.Equal(finfo(ScalarType.Float32), finfo());
    }

    [Fact]
    public void The_condition_number_is_the_ratio_of_singular_values()
        => Assert.Equal(4f, linalg.cond(tensor(new float[] { 0, 2, 8, 0 }, [2, 2])).item<float>(), 1e-5f);
}
