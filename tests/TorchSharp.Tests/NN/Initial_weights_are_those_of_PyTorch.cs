using System.Text.Json;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Tests.NN;

/// <summary>Bit patterns from PyTorch 1.13: Golden/initial_weights.py.</summary>
[Collection(DefaultGenerator.Name)]
public class Initial_weights_are_those_of_PyTorch
{
    private static readonly JsonElement Golden = GoldenFile.Json("initial_weights.json");

    private static void Same(string key, ulong hash) => Assert.Equal(ulong.Parse(Golden.GetProperty(key).GetString()!), hash);

    private static ulong Hash(IEnumerable<Tensor> tensors)
    {
        var hash = 0ul;
        foreach (var tensor in tensors)
        {
            foreach (var value in tensor.data<float>())
            {
                hash = hash * 1000003 + BitConverter.SingleToUInt32Bits(value);
            }
        }

        return hash;
    }

    internal static void Seeded(string key, long seed, Func<Module> make)
    {
        manual_seed(seed);
        using var module = make();
        Same(key, Hash(module.parameters()));
    }

    [Fact]
    public void Layers_from_a_seed_have_the_same_weights_to_the_bit()
    {
        Seeded("conv2d", 1, () => Conv2d(3, 5, 3));
        Seeded("conv2d_groups", 2, () => Conv2d(4, 6, (3, 2), groups: 2));
        Seeded("conv1d", 3, () => Conv1d(3, 4, 5));
        Seeded("conv_transpose2d", 4, () => ConvTranspose2d(3, 4, 3));
        Seeded("linear", 5, () => Linear(7, 3));
        Seeded("bilinear", 6, () => Bilinear(3, 4, 2));
    }

    [Fact]
    public void A_net_from_a_seed_has_the_same_weights_to_the_bit()
        => Seeded("net", 7, () => Sequential(Conv2d(3, 16, 3, 1, 1, bias: false), BatchNorm2d(16), ReLU(), Conv2d(16, 8, 1), Flatten(), Linear(72, 10)));

    [Fact]
    public void Transformers_from_a_seed_have_the_same_weights_to_the_bit()
    {
        Seeded("attention", 10, () => MultiheadAttention(8, 2));
        Seeded("attention_widths", 11, () => MultiheadAttention(8, 2, add_bias_kv: true, kdim: 3, vdim: 5));
        Seeded("encoder", 12, () => TransformerEncoder(TransformerEncoderLayer(8, 2, 12), 2));
        Seeded("decoder", 13, () => TransformerDecoder(TransformerDecoderLayer(8, 2, 12), 2));
        Seeded("transformer", 14, () => Transformer(8, 2, 2, 2, 12));
    }

    private static void Filled(string key, long[] shape, Func<Tensor, Tensor> fill)
    {
        manual_seed(8);
        using var tensor = empty(shape);
        Same(key, Hash([fill(tensor)]));
    }

    [Fact]
    public void Initialisers_draw_the_same_numbers_to_the_bit()
    {
        Filled("kaiming_normal", [8, 3, 3, 3], t => init.kaiming_normal_(t, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU));
        Filled("kaiming_uniform", [8, 3, 3, 3], t => init.kaiming_uniform_(t, 0.2));
        Filled("xavier_uniform", [8, 6], t => init.xavier_uniform_(t, 1.4));
    }

    [Fact]
    public void Xavier_normal_draws_the_same_numbers_to_the_bit() => Filled("xavier_normal", [8, 6], t => init.xavier_normal_(t));

    [Fact]
    public void Sparse_draws_the_same_numbers_to_the_bit() => Filled("sparse", [8, 6], t => init.sparse_(t, 0.3));

    private static void Near(string key, double tolerance, Tensor tensor)
        => Assert.All(Golden.Doubles(key).Zip(tensor.data<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, tolerance));

    [Fact]
    public void Truncated_normal_values_are_equal_to_within_rounding()
    {
        manual_seed(9);
        Near("trunc_normal", 1e-6, init.trunc_normal_(empty(20), 0.1, 0.5, -0.4, 0.7));
    }

    [Fact]
    public void Orthogonal_values_are_equal_to_within_rounding()
    {
        manual_seed(9);
        Near("orthogonal", 1e-5, init.orthogonal_(empty(4, 2, 3)));
        manual_seed(9);
        Near("orthogonal_tall", 1e-5, init.orthogonal_(empty(7, 3), 2));
    }

    [Fact]
    public void Dirac_and_eye_pass_channels_through()
    {
        using var x = arange(2 * 5 * 5, float32).view(1, 2, 5, 5);
        Assert.True(functional.conv2d(x, init.dirac_(empty(2, 2, 3, 3)), padding: [1, 1]).allclose(x));
        Assert.Equal([1f, 0, 0, 0, 1, 0], init.eye_(empty(2, 3)).data<float>().ToArray());
    }
}
