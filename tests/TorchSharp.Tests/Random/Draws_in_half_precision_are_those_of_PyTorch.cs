using System.Runtime.InteropServices;
using System.Text.Json;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Tests.Random;

/// <summary>What is drawn into float16 and bfloat16 after manual_seed(42), bit patterns from PyTorch 2.14: Golden/half_draws.py.</summary>
[Collection(DefaultGenerator.Name)]
public class Draws_in_half_precision_are_those_of_PyTorch
{
    private static readonly JsonElement Golden = GoldenFile.Json("half_draws.json");

    private static readonly Dictionary<string, Func<int, ScalarType, Tensor>> Draws = new()
    {
        ["rand"] = (n, t) => rand(n, dtype: t),
        ["randn"] = (n, t) => randn(n, dtype: t),
        ["randn_like"] = (n, t) => randn_like(empty(n, dtype: t)),
        ["normal"] = (n, t) => empty(n, dtype: t).normal_(1.3, 0.7),
        ["normal_transposed"] = (n, t) => empty(n / 2, 2, dtype: t).t().normal_(1.3, 0.7),
        ["normal_of_numbers"] = (n, t) => normal(0.1, 0.3, [n], dtype: t),
        ["normal_of_tensors"] = (n, t) => normal(Ramp(n, t), Ramp(n, t) + 2),
        ["uniform"] = (n, t) => empty(n, dtype: t).uniform_(-2.1, 3.3),
        ["cauchy"] = (n, t) => empty(n, dtype: t).cauchy_(0.5, 2),
        ["exponential"] = (n, t) => empty(n, dtype: t).exponential_(1.5),
        ["geometric"] = (n, t) => empty(n, dtype: t).geometric_(0.3),
        ["log_normal"] = (n, t) => empty(n, dtype: t).log_normal_(0.5, 0.7),
        ["random"] = (n, t) => empty(n, dtype: t).random_(-5, 100),
        ["randint"] = (n, t) => randint(-5, 100, [n], dtype: t),
        ["bernoulli"] = (n, t) => empty(n, dtype: t).bernoulli_(0.3),
        ["bernoulli_of_tensor"] = (n, t) => empty(n, dtype: t).bernoulli_((Ramp(n, t) + 1) / 2),
        ["bernoulli_of_own"] = (n, t) => bernoulli((Ramp(n, t) + 1) / 2),
        ["dropout"] = (n, t) => F.dropout(Ramp(n, t), 0.4),
        ["rrelu"] = (n, t) => nn.RReLU().call(Ramp(n, t)),
    };

    public static TheoryData<string> Names => [.. Golden.EnumerateObject().Select(p => p.Name).Where(n => n != "torch")];

    private static Tensor Ramp(int n, ScalarType dtype) => ((arange(n) % 65 - 32) / 32).to(dtype);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_equal_to_the_bit(string name)
    {
        var words = name.Split(' ');
        manual_seed(42);
        using var drawn = Draws[words[0]](int.Parse(words[2]), Enum.Parse<ScalarType>(words[1], ignoreCase: true));
        var bits = MemoryMarshal.Cast<byte, ushort>(drawn.contiguous().bytes).ToArray();
        var expected = Golden.GetProperty(name);
        Assert.Equal(expected.Longs("first"), bits.Take(20).Select(b => (long)b));
        Assert.Equal(expected.GetProperty("hash").GetString(), bits.Aggregate(0ul, (hash, b) => hash * 1000003 + b).ToString());
        Assert.Equal(expected.GetProperty("next").GetInt64(), BitConverter.SingleToUInt32Bits(rand(1).item<float>()));
    }
}
