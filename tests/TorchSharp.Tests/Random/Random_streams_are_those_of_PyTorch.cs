using System.Text.Json;

namespace Tests.Random;

/// <summary>Bit patterns from PyTorch 1.13: Golden/random_streams.py.</summary>
public class Random_streams_are_those_of_PyTorch
{
    private static readonly JsonElement Golden = GoldenFile.Json("random_streams.json");

    private static TorchSharp.TorchGenerator Seeded(ulong seed) => new(seed);

    private static float[] Floats(int count, ulong seed, Action<TorchSharp.TorchGenerator, float[]> fill)
    {
        var values = new float[count];
        fill(Seeded(seed), values);
        return values;
    }

    private static double[] Doubles(int count, ulong seed, Action<TorchSharp.TorchGenerator, double[]> fill)
    {
        var values = new double[count];
        fill(Seeded(seed), values);
        return values;
    }

    private static void Same(string key, float[] values)
        => Assert.Equal(Golden.Longs(key), values.Select(v => (long)BitConverter.SingleToUInt32Bits(v)));

    private static void Same(string key, double[] values)
        => Assert.Equal(Golden.Words(key), values.Select(BitConverter.DoubleToUInt64Bits));

    private static void SameHash(string key, IEnumerable<long> values)
    {
        var hash = 0ul;
        foreach (var value in values)
        {
            hash = hash * 1000003 + (ulong)value;
        }

        Assert.Equal(ulong.Parse(Golden.GetProperty(key).GetString()!), hash);
    }

    private static IEnumerable<long> Bits(float[] values) => values.Select(v => (long)BitConverter.SingleToUInt32Bits(v));

    [Fact]
    public void Uniform_float_numbers_are_equal_to_the_bit()
    {
        Same("rand_float", Floats(11, 42, (g, v) => g.Uniform(v, 0, 1)));
        Same("uniform_float", Floats(19, 7, (g, v) => g.Uniform(v, -0.37, 1.21)));
        SameHash("uniform_float_5000", Bits(Floats(5000, 8, (g, v) => g.Uniform(v, -0.05, 0.05))));
    }

    [Fact]
    public void Uniform_double_numbers_are_equal_to_the_bit()
    {
        Same("rand_double", Doubles(5, 42, (g, v) => g.Uniform(v, 0, 1)));
        Same("uniform_double", Doubles(6, 7, (g, v) => g.Uniform(v, -0.37, 1.21)));
    }

    [Fact]
    public void Fewer_than_sixteen_normal_numbers_are_drawn_in_pairs_and_the_second_is_kept()
        => Same("randn_float_small", Floats(9, 42, (g, v) =>
        {
            g.Normal(v.AsSpan(0, 5), 0, 1);
            g.Normal(v.AsSpan(5, 4), 0, 1);
        }));

    [Fact]
    public void Sixteen_or_more_normal_numbers_are_equal_to_the_bit()
    {
        Same("randn_float_16", Floats(16, 42, (g, v) => g.Normal(v, 0, 1)));
        Same("randn_float_37", Floats(37, 3, (g, v) => g.Normal(v, 0.5, 2.5)));
        SameHash("randn_float_10000", Bits(Floats(10000, 4, (g, v) => g.Normal(v, 0, 1))));
    }

    [Fact]
    public void Normal_double_numbers_are_equal_to_the_bit()
    {
        Same("randn_double_small", Doubles(5, 42, (g, v) => g.Normal(v, 0, 1)));
        Same("randn_double_21", Doubles(21, 42, (g, v) => g.Normal(v, 0, 1)));
    }

    [Fact]
    public void Integers_and_permutations_are_equal()
    {
        var integers = new long[12];
        Seeded(42).Integers(integers, -5, 100);
        Assert.Equal(Golden.Longs("randint"), integers);

        var wide = new long[4];
        Seeded(42).Integers(wide, 0, 1L << 40);
        Assert.Equal(Golden.Words("randint_wide"), wide.Select(v => (ulong)v));

        var permutation = new long[13];
        Seeded(42).Permutation(permutation);
        Assert.Equal(Golden.Longs("randperm"), permutation);

        var large = new long[1000];
        Seeded(42).Permutation(large);
        SameHash("randperm_1000", large);
    }

    [Fact]
    public void Coin_flips_and_dropout_masks_are_equal()
    {
        Assert.Equal(Golden.Longs("bernoulli"), Floats(40, 42, (g, v) => g.Bernoulli(v, 0.3)).Select(v => (long)v));
        var generator = Seeded(42);
        Assert.Equal(Golden.Longs("bernoulli_tensor"), Enumerable.Range(0, 40).Select(_ => generator.NextBernoulli(0.3f) ? 1L : 0L));
        Same("dropout", Floats(24, 42, (g, v) => g.Bernoulli(v, 0.6, 1 / 0.6f)));
    }

    [Fact]
    public void Exponential_numbers_are_equal_to_the_bit()
        => Same("exponential", Floats(7, 42, (g, v) => g.Exponential(v, 1.5)));

    [Fact]
    public void Draws_of_categories_are_equal()
    {
        var with = new long[12];
        Seeded(42).Multinomial([0.1f, 0.4f, 0.2f, 0.3f], with, true);
        Assert.Equal(Golden.Longs("multinomial"), with);

        var without = new long[5];
        Seeded(42).Multinomial([0.1f, 0.4f, 0.2f, 0.3f, 0.7f], without, false);
        Assert.Equal(Golden.Longs("multinomial_without"), without);
    }

    private static long[] State(TorchSharp.TorchGenerator generator)
    {
        var bytes = new byte[TorchSharp.TorchGenerator.StateBytes];
        generator.SaveState(bytes);
        return [.. bytes.Select(b => (long)b)];
    }

    [Fact]
    public void A_saved_state_has_the_bytes_of_PyTorch()
    {
        SameHash("state_42", State(Seeded(42)));

        var generator = Seeded(42);
        generator.Uniform(new float[3], 0, 1);
        SameHash("state_42_after_3", State(generator));

        generator = Seeded(42);
        generator.Uniform(new float[624], 0, 1);
        SameHash("state_42_after_624", State(generator));

        generator = Seeded(42);
        generator.NextNormal(0, 1);
        SameHash("state_42_after_normal", State(generator));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(623)]
    [InlineData(624)]
    [InlineData(1000)]
    public void A_restored_state_continues_the_stream(int drawn)
    {
        var first = Seeded(9);
        first.Uniform(new float[drawn], 0, 1);
        first.NextNormal(0, 1);
        var bytes = new byte[TorchSharp.TorchGenerator.StateBytes];
        first.SaveState(bytes);

        var second = Seeded(1);
        second.RestoreState(bytes);
        Assert.Equal(first.InitialSeed, second.InitialSeed);
        for (var i = 0; i < 700; i++)
        {
            Assert.Equal(first.NextNormal(0, 1), second.NextNormal(0, 1));
        }
    }

    [Fact]
    public void The_order_of_float_and_double_draws_does_not_disturb_the_block_boundaries()
    {
        var one = Seeded(5);
        var two = Seeded(5);
        var words = Enumerable.Range(0, 2000).Select(_ => one.Next32()).ToArray();
        for (var i = 0; i < 2000; i += 2)
        {
            Assert.Equal(((ulong)words[i] << 32) | words[i + 1], two.Next64());
        }
    }
}
