// Random draws named by what they are for: a stream is made from (seed, epoch, index) and the like, never from what was drawn before, so that
// a run repeats bit for bit whatever the number of threads and the machine. SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom
// number generators").
namespace ConvNets.Data;

/// <summary>A stream of random numbers that depends on its keys alone.</summary>
public sealed class Draw
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong state;

    /// <summary>Opens the stream of these keys; other keys give an unrelated stream.</summary>
    /// <example><code>var draw = new Draw(seed, epoch, index);</code></example>
    public Draw(params ReadOnlySpan<long> keys)
    {
        foreach (var key in keys)
            state = Mix(state + Golden + (ulong)key * 0xD1342543DE82EF95);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong Bits() => Mix(state += Golden);

    /// <summary>A uniform number in [0, 1), of 53 bits.</summary>
    public double Uniform() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A uniform number in [low, high).</summary>
    public double Uniform(double low, double high) => low + (high - low) * Uniform();

    /// <summary>A uniform whole number from 0 to <paramref name="count"/> - 1.</summary>
    public int Int(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return (int)Math.BigMul(Bits(), (ulong)count, out _);
    }

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>A draw from N(mean, std^2), by the Box-Muller transform.</summary>
    public double Normal(double mean = 0, double std = 1)
    {
        var radius = Math.Sqrt(-2 * PortableMath.Log(1 - Uniform()));
        return mean + std * radius * PortableMath.SinCosTurns(Uniform()).Cos;
    }

    /// <summary>Puts the items in a random order (Fisher-Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Int(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>The numbers 0 to <paramref name="count"/> - 1 in a random order.</summary>
    public int[] Permutation(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;
        Shuffle(order.AsSpan());
        return order;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
        z = (z ^ z >> 27) * 0x94D049BB133111EB;
        return z ^ z >> 31;
    }
}
