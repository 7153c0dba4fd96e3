namespace TorchSharp;

// Integers and permutations by the remainder of one random word, as PyTorch draws them (its skew included).
internal sealed partial class TorchGenerator
{
    // From this range on two words are drawn, so that the skew of the remainder stays small.
    private const ulong WideRange = 1ul << 28;

    /// <summary>Fills a span with integers, uniform on [low, high).</summary>
    internal void Integers(Span<long> values, long low, long high)
    {
        lock (_gate)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = DrawInteger(low, high);
            }
        }
    }

    /// <summary>One integer, uniform on [low, high).</summary>
    internal long NextInteger(long low, long high)
    {
        CheckRange(low, high);
        lock (_gate)
        {
            return DrawInteger(low, high);
        }
    }

    /// <summary>Fills a span with a random permutation of 0 .. length-1 (Fisher and Yates, first to last).</summary>
    internal void Permutation(Span<long> values)
    {
        lock (_gate)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = i;
            }

            for (var i = 0; i < values.Length - 1; i++)
            {
                var other = i + (int)(_engine.Next() % (uint)(values.Length - i));
                (values[i], values[other]) = (values[other], values[i]);
            }
        }
    }

    private static void CheckRange(long low, long high)
    {
        if (low >= high) throw new ExternalException($"randint or random_ expects 'from' to be less than 'to', but got from={low} >= to={high}");
    }

    private long DrawInteger(long low, long high)
    {
        var range = (ulong)(high - low);
        var word = range >= WideRange ? Draw64() : _engine.Next();
        return (long)(word % range) + low;
    }
}
