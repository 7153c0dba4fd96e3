using System.Text.Json;
using TorchSharp;
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

    private static void Seeded(string key, long seed, Func<Module> make)
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
}
