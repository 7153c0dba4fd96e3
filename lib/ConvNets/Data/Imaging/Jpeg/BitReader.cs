using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ConvNets.Data.Imaging;

/// <summary>
/// Reads the bits of a JPEG scan, highest first. FF 00 stands for FF; any other marker ends the data, after which zeros come and
/// <see cref="Overrun"/> tells that they were used.
/// </summary>
internal ref struct BitReader(ReadOnlySpan<byte> data, int start)
{
    private readonly ReadOnlySpan<byte> data = data;
    private int position = start;

    /// <summary>The next bits, at the top of the word.</summary>
    public ulong Bits;

    /// <summary>How many bits of <see cref="Bits"/> are loaded.</summary>
    public int Count;

    private int padding;

    /// <summary>Whether more bits were taken than the scan has.</summary>
    public readonly bool Overrun => Count < padding;

    /// <summary>Where the next byte would be loaded from; after the scan's last bit, the position of the marker.</summary>
    public readonly int Position => position;

    /// <summary>Loads bits until at least 48 are there.</summary>
    public void Refill()
    {
        if (position + 8 <= data.Length)
        {
            var word = BinaryPrimitives.ReadUInt64BigEndian(data[position..]);
            // A byte FF is a byte 0 of the complement (Mycroft's test).
            var complement = ~word;
            if (((complement - 0x0101010101010101) & word & 0x8080808080808080) == 0)
            {
                var bytes = (63 - Count) >> 3;
                Bits |= word >> Count;
                position += bytes;
                Count += bytes << 3;
                // Bits beyond Count are loaded again by the next refill.
                Bits &= ~(ulong.MaxValue >> Count);
                return;
            }
        }
        RefillBytewise();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RefillBytewise()
    {
        while (Count <= 56)
        {
            var next = 0UL;
            if (position < data.Length && data[position] != 0xFF)
            {
                next = data[position++];
            }
            else if (position + 1 < data.Length && data[position + 1] == 0)
            {
                next = 0xFF;
                position += 2;
            }
            else
            {
                padding += 8;
            }
            Bits |= next << (56 - Count);
            Count += 8;
        }
    }

    /// <summary>Drops bits that were looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(int bits)
    {
        Bits <<= bits;
        Count -= bits;
    }

    /// <summary>The next Huffman symbol.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Symbol(HuffmanTable table)
    {
        if (Count < 32)
            Refill();
        var (symbol, length) = table.Look(Bits);
        Skip(length);
        return symbol;
    }

    /// <summary>The next <paramref name="bits"/> (0 to 16) as a whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take(int bits)
    {
        if (bits == 0)
            return 0;
        if (Count < bits)
            Refill();
        var value = (int)(Bits >> (64 - bits));
        Skip(bits);
        return value;
    }

    /// <summary>The next <paramref name="bits"/> as a signed difference: those that begin with 0 are negative (the standard's EXTEND).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int TakeSigned(int bits)
    {
        var value = Take(bits);
        return bits > 0 && value < 1 << (bits - 1) ? value - (1 << bits) + 1 : value;
    }

    /// <summary>
    /// Goes to the restart marker that must come here, and on behind it. Returns false where another marker or data comes instead.
    /// </summary>
    public bool Restart(int number)
    {
        // Whole bytes that were loaded and not used mean that the interval is longer than it should be; up to 7 bits are padding.
        if (Count - padding >= 8)
            return false;
        (Bits, Count, padding) = (0, 0, 0);
        while (position + 1 < data.Length && data[position] == 0xFF && data[position + 1] == 0xFF)
            position++;
        if (position + 1 >= data.Length || data[position] != 0xFF || data[position + 1] != 0xD0 + number)
            return false;
        position += 2;
        return true;
    }
}
