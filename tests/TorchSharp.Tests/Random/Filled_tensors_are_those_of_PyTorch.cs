using System.Text.Json;
using static TorchSharp.torch;

namespace Tests.Random;

/// <summary>What the default generator fills a tensor with after manual_seed(42), bit patterns from PyTorch 1.13: Golden/random_streams.py.</summary>
[Collection(DefaultGenerator.Name)]
public class Filled_tensors_are_those_of_PyTorch
{
    private static readonly JsonElement Golden = GoldenFile.Json("random_streams.json");

    private static readonly Dictionary<string, Func<Tensor>> Fills = new()
    {
        ["uniform"] = () => empty(9).uniform_(-2, 3),
        ["normal"] = () => empty(9).normal_(1, 0.5),
        ["cauchy"] = () => empty(9).cauchy_(0.5, 2),
        ["exponential"] = () => empty(9).exponential_(1.5),
        ["geometric"] = () => empty(9).geometric_(0.3),
        ["log_normal"] = () => empty(9).log_normal_(0.5, 0.7),
        ["random"] = () => empty(9).random_(-5, 100),
        ["bernoulli"] = () => empty(9).bernoulli_(linspace(0, 1, 9)),
        ["rand_like"] = () => rand_like(empty(3, 3)),
        ["randn_like"] = () => randn_like(empty(3, 3)),
        ["randint_like"] = () => randint_like(empty(3, 3), -5, 100),
        ["normal_of_tensors"] = () => normal(arange(9, dtype: float32), linspace(0.5, 1, 9)),
        ["normal_of_numbers"] = () => normal(1, 0.5, [9]),
    };

    public static TheoryData<string> Names => [.. Fills.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_equal_to_the_bit(string name)
    {
        manual_seed(42);
        using var filled = Fills[name]();
        Assert.Equal(Golden.Longs("fill_" + name), filled.data<float>().ToArray().Select(v => (long)BitConverter.SingleToUInt32Bits(v)));
    }

    [Fact]
    public void Counts_of_events_and_of_hits_are_equal()
    {
        manual_seed(42);
        using var events = poisson(arange(2000, dtype: float32) / 50);
        Assert.Equal(Golden.GetProperty("poisson").GetString(), Hash(events));
        manual_seed(42);
        using var hits = binomial(arange(2000, dtype: float32) % 90, arange(2000, dtype: float32) / 1999);
        Assert.Equal(Golden.GetProperty("binomial").GetString(), Hash(hits));

        static string Hash(Tensor counts) => counts.data<float>().ToArray().Aggregate(0ul, (hash, count) => hash * 1000003 + (ulong)count).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Counts_need_rates_and_throws_that_can_be()
    {
        Assert.Contains("rate", Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => poisson(tensor([-1f]))).Message);
        Assert.Contains("rate", Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => tensor([float.PositiveInfinity]).poisson()).Message);
        Assert.Contains("finite", Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => tensor([3f]).binomial(tensor([float.NaN]))).Message);
        Assert.Contains("Double", Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => binomial(tensor([3f]), tensor([0.5]))).Message);
    }

    [Fact]
    public void Members_of_a_tensor_draw_what_the_functions_draw()
    {
        using var like = empty(3, 3);
        foreach (var (member, function) in new (Func<Tensor>, Func<Tensor>)[]
        {
            (() => like.rand_like(), () => rand_like(like)),
            (() => like.randn_like(), () => randn_like(like)),
            (() => like.randint_like(0, 9), () => randint_like(like, 0, 9)),
        })
        {
            manual_seed(1);
            using var one = member();
            manual_seed(1);
            using var other = function();
            Assert.Equal(other.data<float>().ToArray(), one.data<float>().ToArray());
        }
    }

    // TorchSharp draws them as tensors of one double, int32, int64 or bool.
    [Fact]
    public void A_number_is_drawn_as_a_tensor_of_one()
    {
        foreach (var (number, one) in new (Func<double>, Func<Tensor>)[]
        {
            (() => rand_float(), () => rand(1, dtype: float64)),
            (() => randn_float(), () => randn(1, dtype: float64)),
            (() => randint_int(-5, 1000), () => randint(-5, 1000, [1], int32)),
            (() => randint_long(1L << 40), () => randint(0, 1L << 40, [1])),
            (() => randint_bool() ? 1 : 0, () => randint(0, 2, [1], @bool)),
        })
        {
            manual_seed(42);
            var drawn = number();
            manual_seed(42);
            Assert.Equal(one().to(float64).item<double>(), drawn);
        }
    }
}
