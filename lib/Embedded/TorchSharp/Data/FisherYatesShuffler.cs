using System.Collections;

namespace TorchSharp.Utils;

/// <summary>
/// The numbers 0 .. size-1 in random order (R. Durstenfeld, 1964, "Algorithm 235: random permutation"). Each enumeration
/// is a new permutation, or always the same one where a seed is given.
/// </summary>
public class FisherYatesShuffler(long size, int? seed = null) : IEnumerable<long>
{
    public IEnumerator<long> GetEnumerator()
    {
        var random = seed is { } value ? new Random(value) : new Random();
        var order = new long[size];
        for (long i = 0; i < size; i++)
        {
            var other = (((long)random.Next() << 32) + (uint)random.Next()) % (i + 1);
            order[i] = order[other];
            order[other] = i;
        }

        return ((IEnumerable<long>)order).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
