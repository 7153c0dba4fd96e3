using System.Buffers.Binary;

namespace TorchSharp;

/// <summary>
/// A random number generator with PyTorch's CPU streams: the same seed gives the same numbers, bit for bit.
/// This part holds the engine, the seed and the state; one file beside it for each distribution.
/// Safe to call from several threads: each fill takes the lock once.
/// </summary>
internal sealed partial class TorchGenerator
{
    /// <summary>Bytes of a saved state, laid out as PyTorch's <c>torch.get_rng_state()</c>.</summary>
    internal const int StateBytes = 5056;

    private const ulong DefaultSeed = 67280421310721;

    private readonly Lock _gate = new();
    private readonly MersenneTwister _engine = new(unchecked((uint)DefaultSeed));
    private double? _cachedNormal;

    /// <summary>The generator that functions use when none is given.</summary>
    internal static TorchGenerator Default { get; } = new(DefaultSeed);

    internal TorchGenerator(ulong seed) => Seed(seed);

    /// <summary>The seed that the stream was last started from.</summary>
    internal ulong InitialSeed { get; private set; }

    /// <summary>Restarts the stream.</summary>
    internal void Seed(ulong seed)
    {
        lock (_gate)
        {
            InitialSeed = seed;
            _engine.Seed((uint)seed);
            _cachedNormal = null;
        }
    }

    /// <summary>The next 32 random bits.</summary>
    internal uint Next32()
    {
        lock (_gate)
        {
            return _engine.Next();
        }
    }

    /// <summary>The next 64 random bits: the first word of the stream is the high half.</summary>
    internal ulong Next64()
    {
        lock (_gate)
        {
            return Draw64();
        }
    }

    private ulong Draw64()
    {
        var high = _engine.Next();
        return ((ulong)high << 32) | _engine.Next();
    }

    // PyTorch's CPUGeneratorImplState: seed (8 bytes), words left (4), seeded (4), next (8), 624 words of 8 bytes,
    // three doubles (the second is the kept normal) and its flag, a float normal and its flag, with C++ padding.
    private const int LeftAt = 8;
    private const int SeededAt = 12;
    private const int NextAt = 16;
    private const int WordsAt = 24;
    private const int NormalAt = WordsAt + 8 * MersenneTwister.StateSize + 8;
    private const int NormalIsValidAt = NormalAt + 16;

    /// <summary>Writes the state in PyTorch's layout of <see cref="StateBytes"/> bytes.</summary>
    internal void SaveState(Span<byte> bytes)
    {
        lock (_gate)
        {
            bytes.Clear();
            Span<uint> words = stackalloc uint[MersenneTwister.StateSize];
            var used = _engine.Save(words);

            // An engine that was just seeded says one word left and position 0; a used one counts down from 624.
            BinaryPrimitives.WriteUInt64LittleEndian(bytes, InitialSeed);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[LeftAt..], MersenneTwister.StateSize - used + 1);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[SeededAt..], 1);
            BinaryPrimitives.WriteUInt64LittleEndian(bytes[NextAt..], _engine.IsFresh ? 0 : (ulong)used);
            for (var i = 0; i < words.Length; i++)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(bytes[(WordsAt + 8 * i)..], words[i]);
            }

            BinaryPrimitives.WriteDoubleLittleEndian(bytes[NormalAt..], _cachedNormal ?? 0);
            BinaryPrimitives.WriteInt32LittleEndian(bytes[NormalIsValidAt..], _cachedNormal.HasValue ? 1 : 0);
        }
    }

    /// <summary>Restores a state that <see cref="SaveState"/> or PyTorch wrote.</summary>
    internal void RestoreState(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != StateBytes)
        {
            throw new ExternalException($"Expected a generator state of {StateBytes} bytes, but got {bytes.Length}.");
        }

        lock (_gate)
        {
            Span<uint> words = stackalloc uint[MersenneTwister.StateSize];
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = (uint)BinaryPrimitives.ReadUInt64LittleEndian(bytes[(WordsAt + 8 * i)..]);
            }

            var left = BinaryPrimitives.ReadInt32LittleEndian(bytes[LeftAt..]);
            if (left is < 1 or > MersenneTwister.StateSize)
            {
                throw new ExternalException("Invalid mt19937 state: the count of words left must lie between 1 and 624.");
            }

            InitialSeed = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            var next = BinaryPrimitives.ReadUInt64LittleEndian(bytes[NextAt..]);
            _engine.Restore(words, MersenneTwister.StateSize - left + 1, next == 0);
            var valid = BinaryPrimitives.ReadInt32LittleEndian(bytes[NormalIsValidAt..]) != 0;
            _cachedNormal = valid ? BinaryPrimitives.ReadDoubleLittleEndian(bytes[NormalAt..]) : null;
        }
    }
}
