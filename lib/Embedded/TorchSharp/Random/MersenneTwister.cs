using System.Runtime.Intrinsics;

namespace TorchSharp;

/// <summary>
/// The 32-bit Mersenne Twister MT19937 (M. Matsumoto and T. Nishimura, 1998, "Mersenne Twister: a
/// 623-dimensionally equidistributed uniform pseudo-random number generator"), seeded as PyTorch seeds it.
/// A whole block of 624 words is twisted and tempered at a time, eight lanes at once.
/// </summary>
internal sealed class MersenneTwister
{
    internal const int StateSize = 624;
    private const int Shift = 397;
    private const uint MatrixA = 0x9908b0df;
    private const uint UpperMask = 0x80000000;
    private const uint LowerMask = 0x7fffffff;

    // One word more than the state: the twist of word 623 pairs it with word 0 through this copy.
    private readonly uint[] _state = new uint[StateSize + 1];
    private readonly uint[] _block = new uint[StateSize];
    private int _position;

    /// <summary>Whether no word was drawn since the seed.</summary>
    internal bool IsFresh { get; private set; }

    internal MersenneTwister(uint seed) => Seed(seed);

    /// <summary>Restarts the stream from a seed (only its low 32 bits matter, as in PyTorch).</summary>
    internal void Seed(uint seed)
    {
        _state[0] = seed;
        for (uint i = 1; i < StateSize; i++)
        {
            var previous = _state[i - 1];
            _state[i] = 1812433253u * (previous ^ (previous >> 30)) + i;
        }

        _position = StateSize;
        IsFresh = true;
    }

    /// <summary>The next 32 random bits.</summary>
    internal uint Next()
    {
        if (_position == StateSize)
        {
            NextBlock();
        }

        return _block[_position++];
    }

    /// <summary>Fills a span with the next words of the stream.</summary>
    internal void Fill(Span<uint> words)
    {
        while (words.Length > 0)
        {
            if (_position == StateSize)
            {
                NextBlock();
            }

            var count = Math.Min(words.Length, StateSize - _position);
            _block.AsSpan(_position, count).CopyTo(words);
            _position += count;
            words = words[count..];
        }
    }

    /// <summary>Writes the raw state words and returns how many words of the current block were used (624: all).</summary>
    internal int Save(Span<uint> words)
    {
        _state.AsSpan(0, StateSize).CopyTo(words);
        return _position;
    }

    internal void Restore(ReadOnlySpan<uint> words, int position, bool isFresh)
    {
        words[..StateSize].CopyTo(_state);
        Temper();
        _position = position;
        IsFresh = isFresh;
    }

    private void NextBlock()
    {
        _state[StateSize] = _state[0];
        Twist(0, StateSize - Shift, Shift);
        _state[StateSize] = _state[0];
        Twist(StateSize - Shift, StateSize, Shift - StateSize);
        Temper();
        _position = 0;
        IsFresh = false;
    }

    // Words read at `offset` lie at least 227 away from the word written, so lanes never overlap.
    private void Twist(int from, int to, int offset)
    {
        ref var state = ref MemoryMarshal.GetArrayDataReference(_state);
        var i = from;
        for (; i + Vector256<uint>.Count <= to; i += Vector256<uint>.Count)
        {
            var y = (Vector256.LoadUnsafe(ref state, (nuint)i) & Vector256.Create(UpperMask))
                | (Vector256.LoadUnsafe(ref state, (nuint)i + 1) & Vector256.Create(LowerMask));
            var odd = Vector256<uint>.Zero - (y & Vector256<uint>.One);
            var next = Vector256.LoadUnsafe(ref state, (nuint)(i + offset)) ^ (y >>> 1) ^ (odd & Vector256.Create(MatrixA));
            next.StoreUnsafe(ref state, (nuint)i);
        }

        for (; i < to; i++)
        {
            var y = (_state[i] & UpperMask) | (_state[i + 1] & LowerMask);
            _state[i] = _state[i + offset] ^ (y >> 1) ^ ((0u - (y & 1)) & MatrixA);
        }
    }

    private void Temper()
    {
        ref var state = ref MemoryMarshal.GetArrayDataReference(_state);
        ref var block = ref MemoryMarshal.GetArrayDataReference(_block);
        for (nuint i = 0; i < StateSize; i += (nuint)Vector256<uint>.Count)
        {
            var y = Vector256.LoadUnsafe(ref state, i);
            y ^= y >>> 11;
            y ^= (y << 7) & Vector256.Create(0x9d2c5680u);
            y ^= (y << 15) & Vector256.Create(0xefc60000u);
            y ^= y >>> 18;
            y.StoreUnsafe(ref block, i);
        }
    }
}
