using System.Numerics;

namespace TorchSharp;

// Coin flips: 1 where a float64 uniform number lies below p, as PyTorch's CPU build without MKL draws them.
internal sealed partial class TorchGenerator
{
    /// <summary>Fills a float32 span with <paramref name="hit"/> where the coin falls (probability p), else 0.</summary>
    internal void Bernoulli(Span<float> values, double p, float hit = 1f)
    {
        lock (_gate)
        {
            Span<uint> words = stackalloc uint[ChunkWords];
            var threshold = Threshold(p);
            while (values.Length > 0)
            {
                var count = Math.Min(values.Length, ChunkWords / 2);
                _engine.Fill(words[..(2 * count)]);
                Toss(words[..(2 * count)], threshold, hit, values);
                values = values[count..];
            }
        }
    }

    /// <summary>Fills a float64 span with <paramref name="hit"/> where the coin falls (probability p), else 0.</summary>
    internal void Bernoulli(Span<double> values, double p, double hit = 1)
    {
        lock (_gate)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = DrawUniform() < p ? hit : 0;
            }
        }
    }

    /// <summary>One coin flip with probability p of being true, from a float64 uniform number.</summary>
    internal bool NextBernoulli(double p) => NextUniform() < p;

    /// <summary>One coin flip with a float32 probability, from a float32 uniform number (a tensor of probabilities).</summary>
    internal bool NextBernoulli(float p)
    {
        lock (_gate)
        {
            return DrawUniformSingle() < p;
        }
    }

    // Two words are the 53 bits of a number, the high one first; a register of numbers at a time, without branches, as
    // nothing could predict them.
    private static void Toss(ReadOnlySpan<uint> words, ulong threshold, float hit, Span<float> values)
    {
        var i = 0;
        if (BitConverter.IsLittleEndian)
        {
            ref var word = ref MemoryMarshal.GetReference(words);
            ref var value = ref MemoryMarshal.GetReference(values);
            var limit = new Vector<long>((long)threshold);
            for (; 2 * (i + Vector<float>.Count) <= words.Length; i += Vector<float>.Count)
            {
                var low = Vector.LessThan(Bits(ref word, 2 * i), limit);
                var high = Vector.LessThan(Bits(ref word, 2 * i + Vector<uint>.Count), limit);
                (Vector.Narrow(low, high).As<int, float>() & new Vector<float>(hit)).StoreUnsafe(ref value, (nuint)i);
            }
        }

        for (; 2 * i < words.Length; i++)
        {
            var bits = (((ulong)words[2 * i] << 32) | words[2 * i + 1]) & DoubleMask;
            values[i] = bits < threshold ? hit : 0f;
        }
    }

    private static Vector<long> Bits(ref uint words, int at)
    {
        var pairs = Vector.LoadUnsafe(ref words, (nuint)at).As<uint, ulong>();
        return ((Vector.ShiftLeft(pairs, 32) | Vector.ShiftRightLogical(pairs, 32)) & new Vector<ulong>(DoubleMask)).As<ulong, long>();
    }

    // bits * 2^-53 < p, as integers: the smallest count of steps that is not below p.
    private static ulong Threshold(double p) => (ulong)Math.Ceiling(Math.Clamp(p, 0, 1) * (1ul << 53));
}
